#pragma once

#include "models/domain/MailService.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QRadioButton;
class QSpinBox;

namespace addressdesk {

class CheckedField;
class PasswordEdit;

/// The fields of how mails leave this computer.
class MailRouteForm final : public QWidget
{
    Q_OBJECT

public:
    explicit MailRouteForm(QWidget *parent = nullptr);

    [[nodiscard]] MailRoute route() const;
    void setRoute(const MailRoute &route, bool isPasswordKnown = true);
    /// std::nullopt when none was typed: the one in the keyring stays.
    [[nodiscard]] std::optional<QString> password() const;
    /// Says at each field what is wrong with it; the first such field, or nullptr.
    [[nodiscard]] QWidget *check();

signals:
    void edited();

private:
    void buildKinds();
    void buildFolder();
    [[nodiscard]] static QFormLayout *rowsOf(QWidget *part);
    void buildServer(QFormLayout &rows);
    void buildUser(QFormLayout &rows);
    void chooseFolder();
    void showKind();
    void followSecurity();
    [[nodiscard]] QLineEdit *makeEdit(const QString &name, const QString &accessibleName,
                                      const QString &hint);
    void checkServer(const MailRoute &typed);

    QWidget *m_folderPart;
    QWidget *m_serverPart;
    QRadioButton *m_none = nullptr;
    QRadioButton *m_toFolder = nullptr;
    QRadioButton *m_toServer = nullptr;
    QLineEdit *m_folder = nullptr;
    QLineEdit *m_host = nullptr;
    QSpinBox *m_port = nullptr;
    QComboBox *m_security = nullptr;
    QLineEdit *m_user = nullptr;
    PasswordEdit *m_password = nullptr;
    CheckedField *m_folderCheck = nullptr;
    CheckedField *m_hostCheck = nullptr;
    CheckedField *m_securityCheck = nullptr;
    CheckedField *m_userCheck = nullptr;
    bool m_isPasswordTyped = false;
};

} // namespace addressdesk
