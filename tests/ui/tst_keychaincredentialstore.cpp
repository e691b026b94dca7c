// With the argument "keyring" it runs on a real keyring, which withkeyring.sh starts; otherwise where there
// is none.
#include "app/credentials/KeychainCredentialStore.h"

#include <QProcess>
#include <QTest>

#include <chrono>
#include <optional>

using namespace addressdesk;
using namespace std::chrono_literals;

namespace {

const QString key = QStringLiteral("postgresql://marie@db.example.com:5432/crm");

/// How one call ended, and how often it answered.
struct Answer
{
    int count = 0;
    std::optional<ErrorCode> error;
    std::optional<QString> password;
};

class Calls final : public QObject
{
public:
    explicit Calls(CredentialStore &store) : m_store(store) {}

    Answer read()
    {
        Answer answer;
        m_store.read(key, this, [&answer](const Result<std::optional<QString>> &result) {
            ++answer.count;
            if (result)
                answer.password = *result;
            else
                answer.error = result.error().code;
        });
        return waited(answer);
    }
    Answer write(const QString &password)
    {
        Answer answer;
        m_store.write(key, password, this, taking(answer));
        return waited(answer);
    }
    Answer remove()
    {
        Answer answer;
        m_store.remove(key, this, taking(answer));
        return waited(answer);
    }

private:
    static CredentialStore::DoneHandler taking(Answer &answer)
    {
        return [&answer](const Done &done) {
            ++answer.count;
            if (!done)
                answer.error = done.error().code;
        };
    }
    static Answer &waited(Answer &answer)
    {
        // Not before the call has returned; then once, however long one listens.
        if (answer.count == 0)
            (void)QTest::qWaitFor([&answer] { return answer.count > 0; }, 20000);
        QCoreApplication::processEvents();
        return answer;
    }

    CredentialStore &m_store;
};

} // namespace

class TestKeychainCredentialStore final : public QObject
{
    Q_OBJECT

private slots:
    void read_ofAnUnknownKey_isNothing();
    void write_thenRead_givesItBack();
    void write_again_replaces();
    void stored_underTheServiceName();
    void remove_takesItOut_andMayBeRepeated();
    void answers_areDroppedWithTheirContext();
    void timeOut_isUnavailable_once();
};

void TestKeychainCredentialStore::read_ofAnUnknownKey_isNothing()
{
    KeychainCredentialStore store;
    const Answer answer = Calls(store).read();
    QCOMPARE(answer.count, 1);
    QVERIFY(!answer.error);
    QVERIFY(!answer.password);
}

void TestKeychainCredentialStore::write_thenRead_givesItBack()
{
    KeychainCredentialStore store;
    const QString password = QStringLiteral("pä ss\"w'ord €");
    const Answer written = Calls(store).write(password);
    QCOMPARE(written.count, 1);
    QVERIFY(!written.error);
    const Answer read = Calls(store).read();
    QCOMPARE(read.count, 1);
    QCOMPARE(read.password.value_or(QString()), password);
}

void TestKeychainCredentialStore::write_again_replaces()
{
    KeychainCredentialStore store;
    QVERIFY(!Calls(store).write(QStringLiteral("one")).error);
    QVERIFY(!Calls(store).write(QStringLiteral("two")).error);
    QCOMPARE(Calls(store).read().password.value_or(QString()), QStringLiteral("two"));
}

void TestKeychainCredentialStore::stored_underTheServiceName()
{
    KeychainCredentialStore store;
    QVERIFY(!Calls(store).write(QStringLiteral("found by another program")).error);
    QProcess tool;
    tool.start(QStringLiteral("secret-tool"), {QStringLiteral("lookup"), QStringLiteral("server"),
                                               QStringLiteral("address-desk"), QStringLiteral("user"), key});
    if (!tool.waitForStarted() && !qEnvironmentVariableIsSet("CI"))
        QSKIP("secret-tool is not installed (Debian package libsecret-tools)");
    QVERIFY(tool.waitForFinished());
    QCOMPARE(QString::fromUtf8(tool.readAllStandardOutput()).trimmed(),
             QStringLiteral("found by another program"));
}

void TestKeychainCredentialStore::remove_takesItOut_andMayBeRepeated()
{
    KeychainCredentialStore store;
    QVERIFY(!Calls(store).write(QStringLiteral("secret")).error);
    QVERIFY(!Calls(store).remove().error);
    const Answer read = Calls(store).read();
    QVERIFY(!read.error);
    QVERIFY(!read.password);
    const Answer again = Calls(store).remove();
    QCOMPARE(again.count, 1);
    QVERIFY(!again.error);
}

void TestKeychainCredentialStore::answers_areDroppedWithTheirContext()
{
    KeychainCredentialStore store;
    int answers = 0;
    auto context = std::make_unique<QObject>();
    store.read(key, context.get(), [&answers](const Result<std::optional<QString>> &) { ++answers; });
    context.reset();
    QCOMPARE(Calls(store).read().count, 1); // answered after the one before it
    QCOMPARE(answers, 0);
}

void TestKeychainCredentialStore::timeOut_isUnavailable_once()
{
    KeychainCredentialStore store(nullptr, 0ms);
    int answers = 0;
    std::optional<ErrorCode> error;
    store.write(key, QStringLiteral("late"), this, [&](const Done &done) {
        ++answers;
        if (!done)
            error = done.error().code;
    });
    QCOMPARE(answers, 0);
    QTRY_COMPARE(answers, 1);
    QCOMPARE(error.value_or(ErrorCode::Internal), ErrorCode::CredentialsUnavailable);
    // The keyring's own answer comes later and must not be a second one.
    KeychainCredentialStore patient;
    QCOMPARE(Calls(patient).read().count, 1);
    QCOMPARE(answers, 1);
}

/// Where no keyring can be reached.
class TestWithoutKeyring final : public QObject
{
    Q_OBJECT

private slots:
    void everyCall_answersOnce_thatItIsUnavailable()
    {
        KeychainCredentialStore store;
        for (const Answer &answer :
             {Calls(store).read(), Calls(store).write(QStringLiteral("secret")), Calls(store).remove()}) {
            QCOMPARE(answer.count, 1);
            QCOMPARE(answer.error.value_or(ErrorCode::Internal), ErrorCode::CredentialsUnavailable);
        }
    }
};

int main(int argc, char *argv[])
{
    // Never the keyring of whoever runs the tests: withkeyring.sh names the private one.
    const bool hasKeyring = argc > 1 && qstrcmp(argv[1], "keyring") == 0;
    if (!hasKeyring)
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    QCoreApplication app(argc, argv);
    if (!hasKeyring) {
        TestWithoutKeyring test;
        return QTest::qExec(&test, argc, argv);
    }
    TestKeychainCredentialStore test;
    return QTest::qExec(&test, {app.applicationFilePath()});
}

#include "tst_keychaincredentialstore.moc"
