#include "ui/connection/ConnectDialog.h"

#include "models/wording/SchemaWording.h"
#include "models/wording/Sentences.h"
#include "ui/appearance/Appearance.h"
#include "ui/connection/ConnectForm.h"
#include "ui/widgets/FoldedMessage.h"
#include "ui/widgets/ScreenFit.h"
#include "ui/widgets/ScrolledForm.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace addressdesk {

ConnectDialog::ConnectDialog(DatabaseOpener &opener, CredentialStore &credentials,
                             const QList<DatabaseUrl> &recent, QWidget *parent)
    : QDialog(parent), m_opener(opener), m_credentials(credentials)
{
    setObjectName(QStringLiteral("connectDialog"));
    setWindowTitle(tr("Connect to PostgreSQL"));
    setModal(true);
    buildWidgets(recent);
    connect(&m_opener, &DatabaseOpener::opened, this, [this] {
        if (m_activity == Activity::Connecting)
            accept();
    });
    connect(&m_opener, &DatabaseOpener::failed, this, &ConnectDialog::tellFailed);
    connect(&m_opener, &DatabaseOpener::cancelled, this, [this] {
        if (m_activity == Activity::Connecting)
            setActivity(Activity::None);
    });
    setActivity(Activity::None);
    if (!recent.isEmpty())
        chooseRecent(1);
    m_form->setFocus();
    resize(std::max(sizeHint().width(), 64 * fontMetrics().averageCharWidth()), sizeHint().height());
    new ScreenFit(*this);
}

ConnectDialog::~ConnectDialog()
{
    m_opener.disconnect(this);
}

void ConnectDialog::reject()
{
    if (m_activity == Activity::None) {
        QDialog::reject();
        return;
    }
    const bool wasConnecting = m_activity == Activity::Connecting;
    m_test.reset();
    if (wasConnecting)
        m_opener.cancel();
    setActivity(Activity::None);
    m_message->say(FoldedMessage::Tone::Neutral, tr("Stopped. Nothing was changed."));
}

bool ConnectDialog::event(QEvent *event)
{
    const bool isHandled = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest && layout()) {
        // A message or the row of the certificate may need more height than there is.
        const int needed =
            layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : sizeHint().height();
        const int possible = std::min(needed, ScreenFit::room(*this).height());
        if (possible > height())
            resize(width(), possible);
    }
    return isHandled;
}

void ConnectDialog::buildWidgets(const QList<DatabaseUrl> &recent)
{
    m_form = new ConnectForm(this);
    buildRecent(recent);
    m_message = new FoldedMessage(this);
    m_message->setObjectName(QStringLiteral("connectMessage"));
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(QStringLiteral("connectProgress"));
    m_progress->setAccessibleName(tr("Connecting"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(2 * appearance::step);
    QSizePolicy policy = m_progress->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(policy);

    connect(m_form, &ConnectForm::edited, m_message, &FoldedMessage::clear);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(3 * appearance::step);
    layout->addWidget(new ScrolledForm(m_form, this), 1);
    layout->addWidget(m_message);
    layout->addWidget(m_progress);
    layout->addWidget(buildButtons());
}

void ConnectDialog::buildRecent(const QList<DatabaseUrl> &recent)
{
    m_recent = new QComboBox(m_form);
    m_recent->setObjectName(QStringLiteral("connectRecent"));
    m_recent->setAccessibleName(tr("Recent servers"));
    m_recent->addItem(tr("Another server"));
    for (const DatabaseUrl &url : recent)
        m_recent->addItem(QStringLiteral("%1 (%2)").arg(url.displayName(), url.user), url.toString());
    connect(m_recent, &QComboBox::activated, this, &ConnectDialog::chooseRecent);
    if (recent.isEmpty())
        m_recent->hide();
    else
        m_form->addOnTop(tr("Rece&nt:"), m_recent);
}

QWidget *ConnectDialog::buildButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_cancelButton = buttons->button(QDialogButtonBox::Cancel);
    m_cancelButton->setObjectName(QStringLiteral("connectCancel"));
    m_testButton = buttons->addButton(tr("&Test connection"), QDialogButtonBox::ActionRole);
    m_testButton->setObjectName(QStringLiteral("connectTest"));
    m_testButton->setAccessibleName(tr("Test connection"));
    m_testButton->setAutoDefault(false);
    m_connectButton = buttons->addButton(tr("&Connect"), QDialogButtonBox::AcceptRole);
    m_connectButton->setObjectName(QStringLiteral("connectButton"));
    m_connectButton->setAccessibleName(tr("Connect"));
    m_connectButton->setDefault(true);
    connect(m_testButton, &QPushButton::clicked, this, &ConnectDialog::startTest);
    connect(buttons, &QDialogButtonBox::accepted, this, &ConnectDialog::startConnecting);
    connect(buttons, &QDialogButtonBox::rejected, this, &ConnectDialog::reject);
    return buttons;
}

void ConnectDialog::chooseRecent(int index)
{
    m_recent->setCurrentIndex(index);
    m_message->clear();
    const Result<DatabaseUrl> chosen = DatabaseUrl::parse(m_recent->currentData().toString());
    DatabaseUrl url;
    url.kind = DatabaseUrl::Kind::Postgresql;
    if (chosen)
        url = *chosen;
    m_form->setUrl(url);
    m_form->setPassword({});
    m_form->setToBeRemembered(false);
    m_wasRemembered = false;
    if (!chosen)
        return;
    m_credentials.read(url.credentialKey(), this,
                       [this, url](const Result<std::optional<QString>> &password) {
                           // Only into a form that still shows this server and that nobody has typed a
                           // password into.
                           if (!password || !*password || !m_form->password().isEmpty() ||
                               m_form->url().credentialKey() != url.credentialKey())
                               return;
                           m_form->setPassword(**password);
                           m_form->setToBeRemembered(true);
                           m_wasRemembered = true;
                       });
}

void ConnectDialog::startTest()
{
    if (!isComplete())
        return;
    setActivity(Activity::Testing);
    m_test = std::make_unique<QObject>();
    const DatabaseOpener::Attempt tested = attempt();
    m_opener.test(tested, m_test.get(), [this, url = tested.url](const Result<DatabaseDescription> &result) {
        setActivity(Activity::None);
        tellTested(result, url);
    });
}

void ConnectDialog::startConnecting()
{
    if (!isComplete())
        return;
    setActivity(Activity::Connecting);
    m_opener.askAbove(this);
    m_opener.open(attempt());
}

void ConnectDialog::setActivity(Activity activity)
{
    m_activity = activity;
    const bool isBusy = activity != Activity::None;
    m_progress->setVisible(isBusy);
    m_form->setEnabled(!isBusy);
    m_recent->setEnabled(!isBusy);
    m_testButton->setEnabled(!isBusy);
    m_connectButton->setEnabled(!isBusy);
    m_cancelButton->setText(isBusy ? tr("Stop") : tr("Cancel"));
    m_cancelButton->setAccessibleName(isBusy ? tr("Stop connecting") : tr("Cancel"));
    if (isBusy) {
        m_message->clear();
        m_cancelButton->setFocus();
    } else if (focusWidget() == m_cancelButton) {
        m_connectButton->setFocus(); // Return must not give up what was just tried.
    }
}

void ConnectDialog::tellTested(const Result<DatabaseDescription> &result, const DatabaseUrl &url)
{
    if (!result) {
        m_message->say(FoldedMessage::Tone::Problem, wording::sentence(result.error(), &url),
                       wording::technicalDetails(result.error()));
        return;
    }
    const DatabaseDescription &found = *result;
    QStringList sentences{//: %1 for example "PostgreSQL 15.5", %2 a user name
                          tr("The connection works: %1, as %2.").arg(found.serverVersion, found.actor),
                          found.isEncrypted ? tr("It is encrypted.") : tr("It is not encrypted.")};
    if (found.isReadOnly)
        sentences.append(tr("The server allows reading only."));
    if (!found.missingSchema.isEmpty())
        sentences.append(
            tr("The tables for Address Desk are not there yet; you are asked before they are created."));
    m_message->say(FoldedMessage::Tone::Good, sentences.join(u' '),
                   wording::schemaSteps(found.missingSchema));
}

void ConnectDialog::tellFailed(const Error &error, const DatabaseUrl &url)
{
    if (m_activity != Activity::Connecting)
        return;
    setActivity(Activity::None);
    m_message->say(FoldedMessage::Tone::Problem, wording::sentence(error, &url),
                   wording::technicalDetails(error));
    if (error.code == ErrorCode::AuthenticationFailed || error.code == ErrorCode::PasswordRequired)
        m_form->focusPassword();
    else
        m_form->setFocus();
}

bool ConnectDialog::isComplete()
{
    const QString missing = m_form->missing();
    if (missing.isEmpty())
        return true;
    m_message->say(FoldedMessage::Tone::Problem, missing);
    m_form->focusFirstMissing();
    return false;
}

DatabaseOpener::Attempt ConnectDialog::attempt() const
{
    DatabaseOpener::Attempt attempt;
    attempt.url = m_form->url();
    attempt.password = m_form->password();
    if (m_form->isToBeRemembered())
        attempt.isPasswordKept = true;
    else if (m_wasRemembered)
        attempt.isPasswordKept = false;
    return attempt;
}

} // namespace addressdesk
