#pragma once

#include <QTextBrowser>

namespace addressdesk {

/// Shows a mail's HTML as a mail program would that fetches nothing: no picture, style or file from outside
/// the mail is read. A link opens in the person's web browser, once it is clicked and only when it leads to
/// the web.
class MailBrowser final : public QTextBrowser
{
    Q_OBJECT

public:
    explicit MailBrowser(QWidget *parent = nullptr);

    QVariant loadResource(int type, const QUrl &name) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void openLink(const QUrl &link);
    void layPaper();

    bool m_isLaying = false;
};

} // namespace addressdesk
