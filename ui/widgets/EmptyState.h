#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace addressdesk {

/// What stands where there is nothing to show: a picture, a sentence, a way on. Lies over its parent's lower
/// part.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    /// Lies over `covered`, which becomes its parent.
    explicit EmptyState(QWidget *covered);

    void tell(const QString &iconName, const QString &sentence, const QString &actionText);
    [[nodiscard]] QString sentence() const;

signals:
    void actionTriggered();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void place();
    void drawIcon();

    QString m_iconName;
    QLabel *m_icon;
    QLabel *m_sentence;
    QPushButton *m_action;
};

} // namespace addressdesk
