#include "ui/mail/MailRouteForm.h"

#include "ui/appearance/Appearance.h"
#include "ui/mail/MailSettingsRules.h"
#include "ui/widgets/CheckedField.h"
#include "ui/widgets/Mnemonics.h"
#include "ui/widgets/PasswordEdit.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace addressdesk {

using appearance::step;
using Kind = MailRoute::Kind;
using Security = MailRoute::Security;

MailRouteForm::MailRouteForm(QWidget *parent)
    : QWidget(parent), m_folderPart(new QWidget(this)), m_serverPart(new QWidget(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * step);
    buildKinds();
    buildFolder();
    QFormLayout *server = rowsOf(m_serverPart);
    buildServer(*server);
    buildUser(*server);
    for (QWidget *part : {static_cast<QWidget *>(m_none), static_cast<QWidget *>(m_toFolder), m_folderPart,
                          static_cast<QWidget *>(m_toServer), m_serverPart})
        layout->addWidget(part);
    setFocusProxy(m_none);
    for (QRadioButton *kind : {m_none, m_toFolder, m_toServer})
        connect(kind, &QRadioButton::toggled, this, &MailRouteForm::showKind);
    setRoute({});
}

/// Rows that stand below the choice that they belong to, further in.
QFormLayout *MailRouteForm::rowsOf(QWidget *part)
{
    auto *layout = new QHBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addSpacing(5 * step);
    auto *rows = new QFormLayout;
    rows->setVerticalSpacing(2 * step);
    rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    layout->addLayout(rows, 1);
    return rows;
}

void MailRouteForm::buildKinds()
{
    const auto make = [this](const QString &name, const QString &text) {
        auto *button = new QRadioButton(text, this);
        button->setObjectName(name);
        button->setAccessibleName(mnemonics::stripped(text));
        return button;
    };
    //: How mails leave this computer
    m_none = make(QStringLiteral("routeNone"), tr("Not &at all: mails wait in the outbox"));
    m_toFolder = make(QStringLiteral("routeFolder"), tr("Into a fol&der, a file each"));
    m_toServer = make(QStringLiteral("routeServer"), tr("By a &mail server"));
}

void MailRouteForm::buildFolder()
{
    auto *row = new QWidget(m_folderPart);
    row->setObjectName(QStringLiteral("routeFolderRow"));
    m_folder = makeEdit(QStringLiteral("routeFolderEdit"), tr("Folder for mails"), {});
    auto *browse = new QPushButton(tr("&Browse…"), row);
    browse->setObjectName(QStringLiteral("routeBrowse"));
    browse->setAccessibleName(tr("Choose the folder for mails"));
    browse->setAutoDefault(false);
    connect(browse, &QPushButton::clicked, this, &MailRouteForm::chooseFolder);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_folder, 1);
    layout->addWidget(browse);
    row->setFocusProxy(m_folder);
    m_folderCheck = new CheckedField(row, m_folderPart);
    m_folderCheck->addTo(*rowsOf(m_folderPart), tr("Folder:"));
    connect(m_folder, &QLineEdit::textEdited, this, [this] { m_folderCheck->setProblem({}); });
}

void MailRouteForm::buildServer(QFormLayout &rows)
{
    m_host = makeEdit(QStringLiteral("routeHost"), tr("Mail server"), tr("for example mail.example.com"));
    m_hostCheck = new CheckedField(m_host, this);
    m_hostCheck->addTo(rows, tr("Ser&ver:"));
    connect(m_host, &QLineEdit::textEdited, this, [this] {
        m_hostCheck->setProblem({});
        m_securityCheck->setProblem({});
    });
    m_security = new QComboBox(this);
    m_security->setObjectName(QStringLiteral("routeSecurity"));
    m_security->setAccessibleName(tr("Encryption"));
    m_security->addItem(tr("TLS from the start"), static_cast<int>(Security::ImplicitTls));
    m_security->addItem(tr("STARTTLS"), static_cast<int>(Security::StartTls));
    m_security->addItem(tr("None, only on this computer"), static_cast<int>(Security::Clear));
    m_securityCheck = new CheckedField(m_security, this);
    m_securityCheck->addTo(rows, tr("&Encryption:"));
    connect(m_security, &QComboBox::activated, this, &MailRouteForm::followSecurity);
    m_port = new QSpinBox(this);
    m_port->setObjectName(QStringLiteral("routePort"));
    m_port->setAccessibleName(tr("Port of the mail server"));
    m_port->setRange(1, 65535);
    m_port->setGroupSeparatorShown(false);
    connect(m_port, &QSpinBox::valueChanged, this, &MailRouteForm::edited);
    rows.addRow(tr("Po&rt:"), m_port);
}

void MailRouteForm::buildUser(QFormLayout &rows)
{
    m_user = makeEdit(QStringLiteral("routeUser"), tr("User"), tr("none, when left empty"));
    m_userCheck = new CheckedField(m_user, this);
    m_userCheck->addTo(rows, tr("&User:"));
    connect(m_user, &QLineEdit::textEdited, this, [this] { m_userCheck->setProblem({}); });
    m_password = new PasswordEdit(this);
    m_password->setObjectName(QStringLiteral("routePassword"));
    rows.addRow(tr("Pass&word:"), m_password);
    connect(m_password, &PasswordEdit::passwordEdited, this, [this] {
        m_isPasswordTyped = true;
        emit edited();
    });
}

QLineEdit *MailRouteForm::makeEdit(const QString &name, const QString &accessibleName, const QString &hint)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(name);
    edit->setAccessibleName(accessibleName);
    edit->setPlaceholderText(hint);
    connect(edit, &QLineEdit::textEdited, this, &MailRouteForm::edited);
    return edit;
}

void MailRouteForm::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Folder for mails"), m_folder->text());
    dialog->setObjectName(QStringLiteral("routeFolderDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        m_folder->setText(folder);
        m_folderCheck->setProblem({});
        emit edited();
    });
    dialog->open();
}

void MailRouteForm::showKind()
{
    m_folderPart->setVisible(m_toFolder->isChecked());
    m_serverPart->setVisible(m_toServer->isChecked());
    emit edited();
}

/// The port follows as long as it is a usual one.
void MailRouteForm::followSecurity()
{
    m_securityCheck->setProblem({});
    m_userCheck->setProblem({});
    bool isUsual = false;
    for (const Security security : {Security::ImplicitTls, Security::StartTls, Security::Clear})
        isUsual = isUsual || m_port->value() == MailRoute::usualPort(security);
    if (isUsual)
        m_port->setValue(MailRoute::usualPort(route().security));
    emit edited();
}

MailRoute MailRouteForm::route() const
{
    MailRoute route;
    route.kind = m_toServer->isChecked() ? Kind::Smtp : m_toFolder->isChecked() ? Kind::Folder : Kind::None;
    // What belongs to another kind is kept too: whoever tries a folder for a day types no server again.
    route.folder = m_folder->text().trimmed();
    route.host = m_host->text().trimmed();
    route.port = m_port->value();
    route.security = static_cast<Security>(m_security->currentData().toInt());
    route.user = m_user->text().trimmed();
    return route;
}

void MailRouteForm::setRoute(const MailRoute &route, bool isPasswordKnown)
{
    m_none->setChecked(route.kind == Kind::None);
    m_toFolder->setChecked(route.kind == Kind::Folder);
    m_toServer->setChecked(route.kind == Kind::Smtp);
    m_folder->setText(route.folder);
    m_host->setText(route.host);
    m_port->setValue(route.port);
    m_security->setCurrentIndex(m_security->findData(static_cast<int>(route.security)));
    m_user->setText(route.user);
    m_password->clear();
    m_isPasswordTyped = false;
    auto *edit = m_password->findChild<QLineEdit *>();
    edit->setPlaceholderText(route.user.isEmpty() ? QString()
                             : isPasswordKnown    ? tr("in the keyring; type to change it")
                                                  : tr("not known: please type it"));
    edit->setToolTip(tr("Kept in the keyring, never in a file."));
    showKind();
}

std::optional<QString> MailRouteForm::password() const
{
    if (!m_toServer->isChecked() || m_user->text().trimmed().isEmpty() || !m_isPasswordTyped)
        return std::nullopt;
    return m_password->password();
}

QWidget *MailRouteForm::check()
{
    const MailRoute typed = route();
    for (CheckedField *field : {m_folderCheck, m_hostCheck, m_securityCheck, m_userCheck})
        field->setProblem({});
    if (typed.kind == Kind::Folder) {
        const bool isThere = QFileInfo(typed.folder).isDir() && QFileInfo(typed.folder).isAbsolute();
        m_folderCheck->setProblem(typed.folder.isEmpty() ? tr("Please choose the folder for mails.")
                                  : isThere              ? QString()
                                                         : tr("There is no such folder."));
    } else if (typed.kind == Kind::Smtp) {
        checkServer(typed);
    }
    for (CheckedField *field : {m_folderCheck, m_hostCheck, m_securityCheck, m_userCheck}) {
        if (!field->problem().isEmpty())
            return field;
    }
    return nullptr;
}

void MailRouteForm::checkServer(const MailRoute &typed)
{
    m_hostCheck->setProblem(typed.host.isEmpty() ? tr("Please type the mail server's name.")
                                                 : mailSettingsRules::whyNotHost(typed.host));
    if (typed.security != Security::Clear)
        return;
    if (!MailRoute::isThisComputer(typed.host))
        m_securityCheck->setProblem(tr("Mails to another computer have to be encrypted: they hold names and "
                                       "addresses."));
    else if (!typed.user.isEmpty())
        m_userCheck->setProblem(tr("A password is never sent without encryption: leave the user empty."));
}

} // namespace addressdesk
