#pragma once

#include "models/domain/DatabaseUrl.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace addressdesk {

class PasswordEdit;

/// The fields that describe a PostgreSQL database, and its password.
class ConnectForm final : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectForm(QWidget *parent = nullptr);

    [[nodiscard]] DatabaseUrl url() const;
    void setUrl(const DatabaseUrl &url);
    [[nodiscard]] QString password() const;
    void setPassword(const QString &password);
    [[nodiscard]] bool isToBeRemembered() const;
    void setToBeRemembered(bool isRemembered);

    /// What has to be filled in or corrected before one can connect; empty when nothing is.
    [[nodiscard]] QString missing() const;
    void focusFirstMissing();
    /// The password was refused: the next one is typed over it.
    void focusPassword();
    /// A row above the others, in their columns. The form owns the field.
    void addOnTop(const QString &label, QWidget *field);

signals:
    void edited();

private:
    void buildServer();
    void buildPassword();
    void buildEncryption();
    void buildCertificate();
    void chooseCertificate();
    void showCertificateRow();
    [[nodiscard]] QLineEdit *addEdit(const QString &name, const QString &label, const QString &accessibleName,
                                     const QString &hint);

    QFormLayout *m_rows;
    QLineEdit *m_host = nullptr;
    QSpinBox *m_port = nullptr;
    QLineEdit *m_database = nullptr;
    QLineEdit *m_user = nullptr;
    PasswordEdit *m_password = nullptr;
    QCheckBox *m_remember = nullptr;
    QComboBox *m_tls = nullptr;
    QWidget *m_certificateRow = nullptr;
    QLineEdit *m_certificate = nullptr;
};

} // namespace addressdesk
