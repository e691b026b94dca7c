#include "ui/connection/ConnectForm.h"

#include "ui/appearance/Appearance.h"
#include "ui/connection/TlsModes.h"
#include "ui/widgets/PasswordEdit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

namespace addressdesk {

namespace {

constexpr int verifiesRole = Qt::UserRole + 1;

} // namespace

ConnectForm::ConnectForm(QWidget *parent) : QWidget(parent), m_rows(new QFormLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setVerticalSpacing(2 * appearance::step);
    m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    buildServer();
    buildPassword();
    buildEncryption();
    buildCertificate();
    showCertificateRow();
    setFocusProxy(m_host);
}

DatabaseUrl ConnectForm::url() const
{
    DatabaseUrl url;
    url.kind = DatabaseUrl::Kind::Postgresql;
    url.host = m_host->text().trimmed();
    url.port = m_port->value();
    url.user = m_user->text().trimmed();
    url.database = m_database->text().trimmed();
    if (url.database.isEmpty())
        url.database = url.user;
    url.sslMode = m_tls->currentData().toString();
    if (m_tls->currentData(verifiesRole).toBool())
        url.sslRootCert = m_certificate->text().trimmed();
    return url;
}

void ConnectForm::setUrl(const DatabaseUrl &url)
{
    m_host->setText(url.host);
    m_port->setValue(url.port);
    m_database->setText(url.database);
    m_user->setText(url.user);
    m_tls->setCurrentIndex(std::max(0, m_tls->findData(url.sslMode)));
    m_certificate->setText(url.sslRootCert);
}

QString ConnectForm::password() const
{
    return m_password->password();
}

void ConnectForm::setPassword(const QString &password)
{
    m_password->setPassword(password);
}

bool ConnectForm::isToBeRemembered() const
{
    return m_remember->isChecked();
}

void ConnectForm::setToBeRemembered(bool isRemembered)
{
    m_remember->setChecked(isRemembered);
}

QString ConnectForm::missing() const
{
    if (m_host->text().trimmed().isEmpty())
        return tr("Please type the server's name.");
    if (!DatabaseUrl::canBeHost(m_host->text().trimmed()))
        return tr("This cannot be a server's name. Please correct it.");
    if (m_user->text().trimmed().isEmpty())
        return tr("Please type your user name.");
    return {};
}

void ConnectForm::focusFirstMissing()
{
    const QString host = m_host->text().trimmed();
    if (host.isEmpty() || !DatabaseUrl::canBeHost(host))
        m_host->setFocus();
    else if (m_user->text().trimmed().isEmpty())
        m_user->setFocus();
}

void ConnectForm::focusPassword()
{
    m_password->setFocus();
    m_password->selectAll();
}

void ConnectForm::addOnTop(const QString &label, QWidget *field)
{
    m_rows->insertRow(0, label, field);
    setTabOrder(field, m_host);
}

void ConnectForm::buildServer()
{
    m_host = addEdit(QStringLiteral("connectHost"), tr("&Server:"), tr("Server"),
                     tr("for example db.example.com"));
    m_port = new QSpinBox(this);
    m_port->setObjectName(QStringLiteral("connectPort"));
    m_port->setAccessibleName(tr("Port"));
    m_port->setRange(1, 65535);
    m_port->setValue(5432);
    m_port->setGroupSeparatorShown(false);
    m_rows->addRow(tr("P&ort:"), m_port);
    connect(m_port, &QSpinBox::valueChanged, this, &ConnectForm::edited);
    m_database = addEdit(QStringLiteral("connectDatabase"), tr("&Database:"), tr("Database"),
                         tr("as the user, when left empty"));
    m_user = addEdit(QStringLiteral("connectUser"), tr("&User:"), tr("User"), {});
}

void ConnectForm::buildPassword()
{
    m_password = new PasswordEdit(this);
    m_rows->addRow(tr("&Password:"), m_password);
    connect(m_password, &PasswordEdit::passwordEdited, this, &ConnectForm::edited);
    m_remember = new QCheckBox(tr("&Remember in the keyring"), this);
    m_remember->setObjectName(QStringLiteral("connectRemember"));
    m_remember->setAccessibleName(tr("Remember in the keyring"));
    m_rows->addRow(QString(), m_remember);
}

void ConnectForm::buildEncryption()
{
    m_tls = new QComboBox(this);
    m_tls->setObjectName(QStringLiteral("connectTls"));
    m_tls->setAccessibleName(tr("Encryption"));
    m_tls->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_tls->setMinimumContentsLength(44);
    for (const TlsMode &mode : tlsModes()) {
        m_tls->addItem(mode.words, mode.name);
        m_tls->setItemData(m_tls->count() - 1, mode.verifiesCertificate, verifiesRole);
    }
    m_rows->addRow(tr("&Encryption:"), m_tls);
    connect(m_tls, &QComboBox::currentIndexChanged, this, &ConnectForm::showCertificateRow);
    connect(m_tls, &QComboBox::currentIndexChanged, this, &ConnectForm::edited);
}

void ConnectForm::buildCertificate()
{
    m_certificateRow = new QWidget(this);
    m_certificate = new QLineEdit(m_certificateRow);
    m_certificate->setObjectName(QStringLiteral("connectCertificate"));
    m_certificate->setAccessibleName(tr("File of trusted certificates"));
    m_certificate->setPlaceholderText(tr("the system's, when left empty"));
    connect(m_certificate, &QLineEdit::textEdited, this, &ConnectForm::edited);
    auto *browse = new QPushButton(tr("&Browse…"), m_certificateRow);
    browse->setObjectName(QStringLiteral("connectBrowse"));
    browse->setAccessibleName(tr("Browse for a file of trusted certificates"));
    browse->setAutoDefault(false);
    connect(browse, &QPushButton::clicked, this, &ConnectForm::chooseCertificate);
    auto *row = new QHBoxLayout(m_certificateRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_certificate, 1);
    row->addWidget(browse);
    auto *label = new QLabel(tr("Root certi&ficate:"), this);
    label->setBuddy(m_certificate);
    m_rows->addRow(label, m_certificateRow);
}

void ConnectForm::chooseCertificate()
{
    auto *dialog = new QFileDialog(this, tr("File of trusted certificates"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Certificates (*.pem *.crt *.cer)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        m_certificate->setText(file);
        emit edited();
    });
    dialog->open();
}

void ConnectForm::showCertificateRow()
{
    const bool isWanted = m_tls->currentData(verifiesRole).toBool();
    m_certificateRow->setVisible(isWanted);
    m_rows->labelForField(m_certificateRow)->setVisible(isWanted);
}

QLineEdit *ConnectForm::addEdit(const QString &name, const QString &label, const QString &accessibleName,
                                const QString &hint)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(name);
    edit->setAccessibleName(accessibleName);
    edit->setPlaceholderText(hint);
    m_rows->addRow(label, edit);
    connect(edit, &QLineEdit::textEdited, this, &ConnectForm::edited);
    return edit;
}

} // namespace addressdesk
