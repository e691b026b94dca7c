#include "app/desk/DeskOptions.h"
#include "app/desk/SingleInstance.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace addressdesk;

namespace {

DeskOptions parsed(const QStringList &arguments)
{
    return DeskOptions::parse(QStringList{QStringLiteral("address-desk")} + arguments);
}

} // namespace

class TestDeskOptions final : public QObject
{
    Q_OBJECT

private slots:
    void parse_nothing_asksForNothing()
    {
        const DeskOptions options = parsed({});
        QVERIFY(!options.database && !options.isSample && options.tourFolder.isEmpty() &&
                options.answer.isEmpty());
    }

    void parse_database_orFile()
    {
        const DeskOptions byUrl =
            parsed({QStringLiteral("--database"), QStringLiteral("postgresql://marie@db.example.com/crm")});
        QCOMPARE(byUrl.database->host, QStringLiteral("db.example.com"));
        const DeskOptions byFile = parsed({QStringLiteral("/data/a.sqlite")});
        QCOMPARE(byFile.database->file, QStringLiteral("/data/a.sqlite"));
    }

    void parse_mistakes_areWrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown option") << QStringList{QStringLiteral("--nonsense")};
        QTest::newRow("two databases") << QStringList{QStringLiteral("a.sqlite"), QStringLiteral("b.sqlite")};
        QTest::newRow("sample and file")
            << QStringList{QStringLiteral("--sample"), QStringLiteral("b.sqlite")};
        QTest::newRow("password in the URL")
            << QStringList{QStringLiteral("--database"), QStringLiteral("postgresql://marie:secret@db/crm")};
    }
    void parse_mistakes_areWrongUsage()
    {
        QFETCH(QStringList, arguments);
        const DeskOptions options = parsed(arguments);
        QCOMPARE(options.exitStatus, 2);
        QVERIFY(!options.answer.isEmpty());
        QVERIFY(!options.answer.contains(QStringLiteral("secret")));
    }

    void parse_helpAndVersion_answer()
    {
        QVERIFY(parsed({QStringLiteral("--help")}).answer.contains(QStringLiteral("--sample")));
        QVERIFY(parsed({QStringLiteral("--version")}).answer.contains(QStringLiteral(ADDRESSDESK_VERSION)));
        QCOMPARE(parsed({QStringLiteral("--help")}).exitStatus, 0);
    }

    void tour_takesNoDatabaseOfAPerson()
    {
        const DeskOptions named = parsed({QStringLiteral("--tour"), QStringLiteral("/tmp/pictures"),
                                          QStringLiteral("--database"), QStringLiteral("/data/a.sqlite")});
        QCOMPARE(named.exitStatus, 2);
        QVERIFY2(named.answer.contains(QStringLiteral("no database can be named")), qPrintable(named.answer));
        const DeskOptions sample =
            parsed({QStringLiteral("--tour"), QStringLiteral("/tmp/pictures"), QStringLiteral("--sample")});
        QVERIFY(sample.answer.isEmpty());
        QCOMPARE(sample.tourFolder, QStringLiteral("/tmp/pictures"));
    }

    void message_comesBack()
    {
        QVERIFY(DeskOptions::fromMessage(parsed({QStringLiteral("--sample")}).toMessage()).isSample);
        const DeskOptions file =
            DeskOptions::fromMessage(parsed({QStringLiteral("/data/a.sqlite")}).toMessage());
        QCOMPARE(file.database->file, QStringLiteral("/data/a.sqlite"));
        const DeskOptions nothing = DeskOptions::fromMessage(parsed({}).toMessage());
        QVERIFY(!nothing.isSample && !nothing.database);
    }

    void secondStart_handsOver()
    {
        const QTemporaryDir folder;
        SingleInstance first(folder.path());
        QVERIFY(first.isFirst());
        QSignalSpy messages(&first, &SingleInstance::received);
        bool isSent = false;
        // Another program: the sender waits for the answer, which the first one gives from its event loop.
        const std::unique_ptr<QThread> other(QThread::create([&isSent, path = folder.path()] {
            SingleInstance second(path);
            isSent = !second.isFirst() && second.send(QStringLiteral("sqlite:/data/Zoë.sqlite"));
        }));
        other->start();
        QTRY_COMPARE(messages.count(), 1);
        QVERIFY(other->wait());
        QVERIFY(isSent);
        QCOMPARE(messages.first().first().toString(), QStringLiteral("sqlite:/data/Zoë.sqlite"));
    }

    void firstGone_theNextIsFirst()
    {
        const QTemporaryDir folder;
        auto first = std::make_unique<SingleInstance>(folder.path());
        QVERIFY(first->isFirst());
        first.reset();
        SingleInstance next(folder.path());
        QVERIFY(next.isFirst());
    }
};

QTEST_GUILESS_MAIN(TestDeskOptions)
#include "tst_deskoptions.moc"
