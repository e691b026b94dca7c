#pragma once

#include "models/domain/DatabaseUrl.h"

#include <QDialog>

class QCheckBox;

namespace addressdesk {

class PasswordEdit;

/// Asks for one database's password.
class PasswordDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `sentence` says why it is asked.
    PasswordDialog(const DatabaseUrl &url, const QString &sentence, QWidget *parent = nullptr);

    [[nodiscard]] QString password() const;
    [[nodiscard]] bool isToBeRemembered() const;

private:
    PasswordEdit *m_password;
    QCheckBox *m_remember;
};

} // namespace addressdesk
