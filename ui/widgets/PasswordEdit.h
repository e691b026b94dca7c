#pragma once

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace addressdesk {

/// A field for a password with a real button that shows or hides it.
class PasswordEdit final : public QWidget
{
    Q_OBJECT

public:
    explicit PasswordEdit(QWidget *parent = nullptr);

    [[nodiscard]] QString password() const;
    void setPassword(const QString &password);
    void clear();
    void selectAll();

signals:
    void passwordEdited();

private:
    void reveal(bool isShown);

    QLineEdit *m_edit;
    QToolButton *m_show;
};

} // namespace addressdesk
