#pragma once

#include <QDesktopServices>
#include <QList>
#include <QObject>
#include <QUrl>

namespace addressdesk {

/// Takes what would open in a web browser, or in the program that shows folders.
class FakeBrowser final : public QObject
{
    Q_OBJECT

public:
    /// There may be no such program at all.
    explicit FakeBrowser(bool isThere = true)
    {
        const QStringList all = schemes();
        for (const QString &scheme : all)
            QDesktopServices::setUrlHandler(scheme, this, isThere ? "open" : "isMissing");
    }
    ~FakeBrowser() override
    {
        const QStringList all = schemes();
        for (const QString &scheme : all)
            QDesktopServices::unsetUrlHandler(scheme);
    }

    [[nodiscard]] const QList<QUrl> &opened() const { return m_opened; }

public slots:
    void open(const QUrl &url) { m_opened.append(url); }

private:
    [[nodiscard]] static QStringList schemes()
    {
        return {QStringLiteral("https"), QStringLiteral("http"), QStringLiteral("file"),
                QStringLiteral("javascript")};
    }

    QList<QUrl> m_opened;
};

} // namespace addressdesk
