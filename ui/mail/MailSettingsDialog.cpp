#include "ui/mail/MailSettingsDialog.h"

#include "models/wording/MailTrouble.h"
#include "models/wording/MailWording.h"
#include "models/wording/Sentences.h"
#include "ui/appearance/Appearance.h"
#include "ui/mail/MailRouteForm.h"
#include "ui/mail/MailSettingsRules.h"
#include "ui/mail/OfficeSettingsForm.h"
#include "ui/widgets/CheckedField.h"
#include "ui/widgets/FoldedMessage.h"
#include "ui/widgets/ScreenFit.h"
#include "ui/widgets/ScrolledForm.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QEvent>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace addressdesk {

using appearance::step;
using Tone = FoldedMessage::Tone;

MailSettingsDialog::MailSettingsDialog(MailService &service, DeskSession &session, QWidget *parent)
    : QDialog(parent), m_service(service), m_session(&session)
{
    setObjectName(QStringLiteral("mailSettings"));
    setWindowTitle(tr("Mail settings"));
    setModal(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * step, 3 * step, 3 * step, 3 * step);
    layout->setSpacing(3 * step);
    auto *parts = new QWidget;
    m_parts = new QVBoxLayout(parts);
    m_parts->setContentsMargins(0, 0, 0, 0);
    m_parts->setSpacing(3 * step);
    buildOffice();
    buildRoute();
    m_parts->addStretch(1);
    layout->addWidget(new ScrolledForm(parts, this), 1);
    m_message = new FoldedMessage(this);
    m_message->setObjectName(QStringLiteral("mailSettingsMessage"));
    layout->addWidget(m_message);
    buildButtons();
    showKind();
    setBusy(true);
    fetch();
    resize(std::max(sizeHint().width(), 84 * fontMetrics().averageCharWidth()), sizeHint().height());
    new ScreenFit(*this);
}

bool MailSettingsDialog::event(QEvent *event)
{
    const bool isHandled = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest && layout()) {
        // A message or another kind of route may need more height than there is.
        const int needed =
            layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : sizeHint().height();
        const int possible = std::min(needed, ScreenFit::room(*this).height());
        if (possible > height())
            resize(width(), possible);
    }
    return isHandled;
}

/// Return means the button beside the field, not the one that closes the dialog.
void MailSettingsDialog::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && m_testRecipient && m_testRecipient->hasFocus())
        m_testButton->click();
    else
        QDialog::keyPressEvent(event);
}

void MailSettingsDialog::buildOffice()
{
    m_office = new QGroupBox(tr("What mails say"), this);
    m_office->setObjectName(QStringLiteral("mailOffice"));
    auto *inside = new QVBoxLayout(m_office);
    m_officeForm = new OfficeSettingsForm(m_office);
    if (m_service.sendsHere())
        m_officeForm->setAnswersHere(m_service.gatewayUrl());
    inside->addWidget(m_officeForm);
    m_parts->addWidget(m_office);
    connect(m_officeForm, &OfficeSettingsForm::edited, this, [this] { m_message->clear(); });
}

void MailSettingsDialog::buildRoute()
{
    m_route = new QGroupBox(tr("How mails leave this computer"), this);
    m_route->setObjectName(QStringLiteral("mailRoute"));
    auto *inside = new QVBoxLayout(m_route);
    inside->setSpacing(2 * step);
    m_parts->addWidget(m_route);
    if (!m_service.sendsHere()) {
        m_route->setTitle(tr("How mails are sent"));
        auto *sentence = new QLabel(tr("The server program, address-deskctl serve, sends the mails of this "
                                       "database for the whole office. Nothing has to be set here."),
                                    m_route);
        sentence->setObjectName(QStringLiteral("mailServerSends"));
        sentence->setTextFormat(Qt::PlainText);
        sentence->setWordWrap(true);
        inside->addWidget(sentence);
        return;
    }
    m_routeForm = new MailRouteForm(m_route);
    const std::optional<Error> problem = m_service.problem();
    m_routeForm->setRoute(m_service.route(), !problem || problem->code != ErrorCode::PasswordRequired);
    inside->addWidget(m_routeForm);
    buildTest();
    inside->addWidget(m_test);
    connect(m_routeForm, &MailRouteForm::edited, this, [this] {
        m_message->clear();
        showKind();
    });
}

void MailSettingsDialog::buildTest()
{
    m_test = new QWidget(m_route);
    m_testRecipient = new QLineEdit(m_test);
    m_testRecipient->setObjectName(QStringLiteral("mailTestRecipient"));
    m_testRecipient->setAccessibleName(tr("Send a test mail to"));
    m_testRecipient->setPlaceholderText(tr("your own e-mail address"));
    m_testCheck = new CheckedField(m_testRecipient, m_test);
    m_testButton = new QPushButton(tr("Send &test mail"), m_test);
    m_testButton->setObjectName(QStringLiteral("mailTest"));
    m_testButton->setAccessibleName(tr("Send test mail"));
    m_testButton->setAutoDefault(false);
    auto *field = new QWidget(m_test);
    field->setFocusProxy(m_testRecipient);
    auto *row = new QHBoxLayout(field);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * step);
    row->addWidget(m_testCheck, 1);
    row->addWidget(m_testButton, 0, Qt::AlignTop);
    auto *form = new QFormLayout(m_test);
    form->setContentsMargins(0, 2 * step, 0, 0);
    form->addRow(tr("Send a test mail t&o:"), field);
    if (auto *title = qobject_cast<QLabel *>(form->labelForField(field)))
        title->setBuddy(m_testRecipient);
    connect(m_testButton, &QPushButton::clicked, this, &MailSettingsDialog::sendTest);
    connect(m_testRecipient, &QLineEdit::textEdited, m_testCheck, [this] { m_testCheck->setProblem({}); });
}

void MailSettingsDialog::buildButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("mailSettingsCancel"));
    m_save = buttons->addButton(tr("&Save"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(QStringLiteral("mailSettingsSave"));
    m_save->setAccessibleName(tr("Save"));
    m_save->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &MailSettingsDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout()->addWidget(buttons);
}

void MailSettingsDialog::fetch()
{
    m_session->office().fetchSettings(
        this, [this](const Result<OfficeSettings> &settings) { takeSettings(settings); });
}

void MailSettingsDialog::takeSettings(const Result<OfficeSettings> &settings)
{
    setBusy(false);
    if (!settings) {
        m_office->setEnabled(false);
        tellFailed(m_session ? wording::sentence(settings.error(), &m_session->description().url) : QString(),
                   wording::technicalDetails(settings.error()));
        return;
    }
    m_stored = *settings;
    m_officeForm->setSettings(*settings);
    if (m_session && m_session->description().isReadOnly) {
        m_office->setEnabled(false);
        m_message->say(Tone::Neutral,
                       tr("This database can only be read: what mails say cannot be changed here."));
        if (m_routeForm)
            m_routeForm->setFocus();
        m_save->setEnabled(m_routeForm != nullptr);
        return;
    }
    m_officeForm->setFocus();
}

bool MailSettingsDialog::isSendingByRoute() const
{
    return m_routeForm && m_routeForm->route().kind != MailRoute::Kind::None;
}

bool MailSettingsDialog::isAllGood()
{
    QWidget *wrong = m_office->isEnabled() ? m_officeForm->check(isSendingByRoute()) : nullptr;
    QWidget *wrongRoute = m_routeForm ? m_routeForm->check() : nullptr;
    if (!wrong)
        wrong = wrongRoute;
    if (wrong)
        wrong->setFocus();
    return !wrong;
}

void MailSettingsDialog::save()
{
    m_message->clear();
    if (!m_session || !isAllGood())
        return;
    const OfficeSettings typed = m_officeForm->settings();
    // Who may not write settings can still choose how mails leave this computer.
    if (!m_office->isEnabled() || typed == m_stored) {
        saveRoute();
        return;
    }
    setBusy(true);
    m_session->office().saveSettings(typed, this, [this](const Result<OfficeSettings> &settings) {
        setBusy(false);
        if (!settings) {
            tellFailed(m_session ? wording::sentence(settings.error(), &m_session->description().url)
                                 : QString(),
                       wording::technicalDetails(settings.error()));
            return;
        }
        m_stored = *settings;
        saveRoute();
    });
}

void MailSettingsDialog::saveRoute()
{
    if (!m_routeForm) {
        accept();
        return;
    }
    setBusy(true);
    m_service.setRoute(m_routeForm->route(), m_routeForm->password(), this, [this](const Done &done) {
        setBusy(false);
        const bool isOnlyKeyring = !done && done.error().code == ErrorCode::CredentialsUnavailable;
        if (!done && !isOnlyKeyring) {
            tellFailed(wording::mailProblem(done.error()), wording::technicalDetails(done.error()));
            return;
        }
        if (isOnlyKeyring)
            emit noticeRaised(wording::mailProblem(done.error()));
        accept();
    });
}

void MailSettingsDialog::sendTest()
{
    m_message->clear();
    const QString recipient = m_testRecipient->text().trimmed();
    m_testCheck->setProblem(recipient.isEmpty() ? tr("Please type the e-mail address for the test mail.")
                                                : mailSettingsRules::whyNotMailAddress(recipient));
    if (!isAllGood())
        return;
    if (!m_testCheck->problem().isEmpty()) {
        m_testRecipient->setFocus();
        return;
    }
    setBusy(true);
    const bool isIntoFolder = m_routeForm->route().kind == MailRoute::Kind::Folder;
    m_message->say(Tone::Neutral,
                   isIntoFolder ? tr("The test mail is being written…") : tr("The test mail is being sent…"));
    m_service.sendTest(m_routeForm->route(), m_routeForm->password(), m_officeForm->settings(), recipient,
                       this, [this, recipient](const Done &done) { tellTested(done, recipient); });
}

void MailSettingsDialog::tellTested(const Done &done, const QString &recipient)
{
    setBusy(false);
    const MailRoute route = m_routeForm->route();
    const bool isIntoFolder = route.kind == MailRoute::Kind::Folder;
    if (!done) {
        const QString why = wording::testMailProblem(done.error(), recipient);
        tellFailed(isIntoFolder ? tr("The test mail was not written. %1").arg(why)
                                : tr("The test mail was not sent. %1").arg(why),
                   wording::technicalDetails(done.error()));
    } else if (isIntoFolder) {
        //: %1 a folder in quotation marks
        m_message->say(Tone::Good, tr("The test mail was written into the folder %1. Nothing was sent.")
                                       .arg(wording::quoted(QDir::toNativeSeparators(route.folder))));
    } else {
        m_message->say(Tone::Good, tr("The mail server took the test mail to %1. Look whether it arrives.")
                                       .arg(wording::quotedBriefly(recipient)));
    }
    m_testButton->setFocus();
}

void MailSettingsDialog::tellFailed(const QString &sentence, const QString &details)
{
    m_message->say(Tone::Problem, sentence, details);
    m_save->setFocus(); // Where it was before everything was locked.
}

void MailSettingsDialog::setBusy(bool isBusy)
{
    m_officeForm->setEnabled(!isBusy);
    m_route->setEnabled(!isBusy);
    m_save->setEnabled(!isBusy);
}

/// Without a way out there is nothing to test.
void MailSettingsDialog::showKind()
{
    if (m_test)
        m_test->setVisible(isSendingByRoute());
}

} // namespace addressdesk
