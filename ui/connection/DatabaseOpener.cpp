#include "ui/connection/DatabaseOpener.h"

#include "models/wording/Sentences.h"
#include "ui/connection/PasswordDialog.h"
#include "ui/connection/TablesQuestion.h"

namespace addressdesk {

namespace {

bool wantsPassword(const DatabaseUrl &url)
{
    return url.kind == DatabaseUrl::Kind::Postgresql;
}

} // namespace

/// One attempt; the context of everything asked on its behalf, so that destroying it drops late answers and
/// open questions.
class DatabaseOpener::Running final : public QObject
{
public:
    explicit Running(const Attempt &attempt)
        : request{attempt.url, attempt.password.value_or(QString()),
                  attempt.isNewFile ? SchemaPolicy::Initialise : SchemaPolicy::Require, attempt.isNewFile,
                  attempt.mailLanguage},
          isPasswordKept(attempt.isPasswordKept), isPasswordTyped(attempt.password.has_value()),
          isAskable(!attempt.password.has_value())
    {
    }
    ~Running() override
    {
        // Later: the question may be the one that is just being answered.
        if (question) {
            question->hide();
            question->deleteLater();
        }
    }

    ConnectRequest request;
    std::optional<bool> isPasswordKept;
    bool isPasswordTyped = false; ///< By the person, in this attempt.
    bool isAskable = true;        ///< A question may come; otherwise a form shows the failure.
    QPointer<QDialog> question;
};

DatabaseOpener::DatabaseOpener(DeskConnector &connector, CredentialStore &credentials, QWidget *window,
                               QObject *parent)
    : QObject(parent), m_connector(connector), m_credentials(credentials), m_window(window)
{
}

DatabaseOpener::~DatabaseOpener() = default;

void DatabaseOpener::open(const Attempt &attempt)
{
    cancel();
    m_attempt = std::make_unique<Running>(attempt);
    emit busyChanged(true);
    if (wantsPassword(attempt.url) && !attempt.password)
        findPassword();
    else
        connectNow();
}

void DatabaseOpener::cancel()
{
    if (m_attempt)
        finishCancelled();
}

void DatabaseOpener::test(const Attempt &attempt, QObject *context, DeskConnector::TestHandler handler)
{
    ConnectRequest request;
    request.url = attempt.url;
    request.password = attempt.password.value_or(m_sessionPasswords.value(attempt.url.credentialKey()));
    m_connector.test(request, context, std::move(handler));
}

void DatabaseOpener::findPassword()
{
    const auto known = m_sessionPasswords.constFind(m_attempt->request.url.credentialKey());
    if (known == m_sessionPasswords.cend()) {
        readKeyring();
        return;
    }
    m_attempt->request.password = *known;
    connectNow();
}

void DatabaseOpener::readKeyring()
{
    const QString key = m_attempt->request.url.credentialKey();
    m_credentials.read(key, m_attempt.get(), [this](const Result<std::optional<QString>> &password) {
        // Without a keyring the server may still let us in, by its own rules or a passfile.
        if (password && *password)
            m_attempt->request.password = **password;
        connectNow();
    });
}

void DatabaseOpener::connectNow()
{
    m_connector.open(m_attempt->request, m_attempt.get(),
                     [this](const Result<std::shared_ptr<DeskSession>> &result) { handle(result); });
}

void DatabaseOpener::handle(const Result<std::shared_ptr<DeskSession>> &result)
{
    if (result)
        finishOpened(*result);
    else
        handleRefusal(result.error());
}

void DatabaseOpener::handleRefusal(const Error &error)
{
    const bool isAboutPassword =
        error.code == ErrorCode::PasswordRequired || error.code == ErrorCode::AuthenticationFailed;
    if (isAboutPassword && m_attempt->isAskable)
        askPassword(error);
    else if (error.code == ErrorCode::SchemaMissing &&
             m_attempt->request.schemaPolicy == SchemaPolicy::Require)
        askForTables();
    else
        finishFailed(error);
}

void DatabaseOpener::askPassword(const Error &error)
{
    const DatabaseUrl &url = m_attempt->request.url;
    m_sessionPasswords.remove(url.credentialKey());
    auto *dialog = new PasswordDialog({url.user, wording::sentence(error, &url), {}, true}, above());
    m_attempt->question = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, m_attempt.get(), [this, dialog] {
        m_attempt->request.password = dialog->password();
        m_attempt->isPasswordTyped = true;
        if (dialog->isToBeRemembered())
            m_attempt->isPasswordKept = true;
        connectNow();
    });
    connect(dialog, &QDialog::rejected, m_attempt.get(), [this] { finishCancelled(); });
    dialog->open();
}

void DatabaseOpener::askForTables()
{
    m_connector.test(m_attempt->request, m_attempt.get(),
                     [this](const Result<DatabaseDescription> &description) {
                         if (description)
                             offerTables(description->missingSchema);
                         else
                             finishFailed(description.error());
                     });
}

void DatabaseOpener::offerTables(const QList<SchemaStep> &steps)
{
    auto *question = new TablesQuestion(m_attempt->request.url, steps, above());
    m_attempt->question = question;
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &QDialog::accepted, m_attempt.get(), [this] {
        m_attempt->request.schemaPolicy = SchemaPolicy::Initialise;
        connectNow();
    });
    connect(question, &QDialog::rejected, m_attempt.get(), [this] { finishCancelled(); });
    question->open();
}

void DatabaseOpener::finishOpened(const std::shared_ptr<DeskSession> &session)
{
    const std::unique_ptr<Running> attempt = end();
    const DatabaseUrl &url = attempt->request.url;
    if (wantsPassword(url)) {
        if (!attempt->request.password.isEmpty())
            m_sessionPasswords.insert(url.credentialKey(), attempt->request.password);
        if (attempt->isPasswordTyped && attempt->isPasswordKept)
            keepPassword(url, attempt->request.password, *attempt->isPasswordKept);
    }
    emit opened(session);
    emit busyChanged(false);
}

void DatabaseOpener::finishFailed(const Error &error)
{
    const std::unique_ptr<Running> attempt = end();
    emit failed(error, attempt->request.url);
    emit busyChanged(false);
}

void DatabaseOpener::finishCancelled()
{
    const std::unique_ptr<Running> attempt = end();
    emit cancelled();
    emit busyChanged(false);
}

std::unique_ptr<DatabaseOpener::Running> DatabaseOpener::end()
{
    // The caller runs inside a handler whose context is the attempt: it stays alive until the caller returns.
    return std::move(m_attempt);
}

void DatabaseOpener::keepPassword(const DatabaseUrl &url, const QString &password, bool isKept)
{
    const auto tell = [this](const Done &done) {
        if (!done)
            sayNotKept();
    };
    if (isKept && !password.isEmpty())
        m_credentials.write(url.credentialKey(), password, this, tell);
    else
        m_credentials.remove(url.credentialKey(), this, [](const Done &) {});
}

void DatabaseOpener::sayNotKept()
{
    emit passwordNotKept(wording::sentence(Error{ErrorCode::CredentialsUnavailable, {}, {}}));
}

QWidget *DatabaseOpener::above() const
{
    return m_above ? m_above.data() : m_window.data();
}

} // namespace addressdesk
