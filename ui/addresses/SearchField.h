#pragma once

#include <QLineEdit>
#include <QTimer>

namespace addressdesk {

/// The search over all addresses. Tells what to search for shortly after typing stops, at once on Return.
class SearchField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(QWidget *parent = nullptr);

    /// Something was typed that searchChanged() has not told yet.
    [[nodiscard]] bool isPending() const { return m_pause.isActive(); }
    /// Tells now.
    void flush();

signals:
    void searchChanged(const QString &search);
    /// What was typed means the same search as before.
    void settled();
    /// The person wants to go on in the results.
    void leftDownwards();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QTimer m_pause;
    QString m_told;
};

} // namespace addressdesk
