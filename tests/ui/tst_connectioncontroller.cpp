#include "tests/ui/ConnectionFixture.h"

#include <QDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace addressdesk;

namespace {

using Fixture = ConnectionFixture;

ScriptedDeskConnector::Rule refusing(ErrorCode code)
{
    return [code](const ConnectRequest &) {
        return Error{code, QStringLiteral("technical words"), {}};
    };
}

} // namespace

class TestConnectionController final : public QObject
{
    Q_OBJECT

private slots:
    void openUrl_opens_andIsRemembered();
    void openUrl_failing_isASentenceWithDetails();
    void openUrl_missingFile_leavesTheRecentList();
    void openUrl_twice_onlyTheSecondOpens();
    void cancelOpening_dropsTheAnswer();
    void openDatabaseDialog_opensTheChosenFile();
    void fileDialogs_startWhereTheDatabaseIs();
    void fileDialogs_startInAFolderThatIsThere();
    void newDatabaseDialog_createsAndInitialises();
    void newDatabase_onAFrenchDesktop_writesFrenchMails();
    void newDatabaseDialog_neverTouchesAFileThatIsThere();
    void schemaMissing_saysWhatWouldBeAdded_thenAdds();
    void schemaMissing_declined_createsNothing();
    void recentMenu_listsNewestFirst_andOpens();
    void recentMenu_clear_empties();
    void recentMenu_namesAreLiteral();
    void recent_keepsTen();
};

void TestConnectionController::openUrl_opens_andIsRemembered()
{
    Fixture f;
    f.controller.openUrl(f.sqlite());
    QVERIFY(f.controller.isOpening());
    QTRY_COMPARE(f.opened.count(), 1);
    QVERIFY(!f.controller.isOpening());
    QCOMPARE(f.opening.count(), 2);
    QCOMPARE(f.connector.opened().first().schemaPolicy, SchemaPolicy::Require);
    QVERIFY(!f.connector.opened().first().mayCreateFile);
    QVERIFY(f.menuTexts().first().startsWith(QStringLiteral("desk (")));
    QCOMPARE(RecentDatabases(f.settings).all(), QList<DatabaseUrl>{f.sqlite()});
}

void TestConnectionController::openUrl_failing_isASentenceWithDetails()
{
    Fixture f;
    f.connector.setRule(refusing(ErrorCode::NotADatabase));
    f.controller.openUrl(f.sqlite());
    QTRY_COMPARE(f.failed.count(), 1);
    QCOMPARE(
        f.failed.first().at(0).toString(),
        QStringLiteral("\u2068“desk”\u2069 is not a database file, or it is damaged. It was left as it is."));
    QCOMPARE(f.failed.first().at(1).toString(), QStringLiteral("technical words"));
    QCOMPARE(f.opened.count(), 0);
    QVERIFY(!f.controller.isOpening());
    QVERIFY(RecentDatabases(f.settings).all().isEmpty());
}

void TestConnectionController::openUrl_missingFile_leavesTheRecentList()
{
    Fixture f;
    RecentDatabases(f.settings).add(f.sqlite("gone.sqlite"));
    RecentDatabases(f.settings).add(f.sqlite("there.sqlite"));
    f.connector.setRule(refusing(ErrorCode::FileMissing));
    f.controller.openUrl(f.sqlite("gone.sqlite"));
    QTRY_COMPARE(f.failed.count(), 1);
    QCOMPARE(RecentDatabases(f.settings).all(), QList<DatabaseUrl>{f.sqlite("there.sqlite")});
    QVERIFY(!f.menuTexts().join(u'\n').contains(QStringLiteral("gone")));
}

void TestConnectionController::openUrl_twice_onlyTheSecondOpens()
{
    Fixture f;
    f.connector.setManual(true);
    f.controller.openUrl(f.sqlite("first.sqlite"));
    f.controller.openUrl(f.sqlite("second.sqlite"));
    QCOMPARE(f.connector.waitingCount(), 2);
    QCOMPARE(f.endedCount(), 1); // each attempt ends once
    f.connector.answer();
    QCOMPARE(f.opened.count(), 0);
    f.connector.answer();
    QCOMPARE(f.opened.count(), 1);
    QCOMPARE(f.opened.first().first().value<std::shared_ptr<DeskSession>>()->description().url,
             f.sqlite("second.sqlite"));
    QCOMPARE(f.opening.last().first().toBool(), false);
}

void TestConnectionController::cancelOpening_dropsTheAnswer()
{
    Fixture f;
    f.connector.setManual(true);
    f.controller.openUrl(f.sqlite());
    f.controller.cancelOpening();
    QCOMPARE(f.endedCount(), 1);
    QVERIFY(!f.controller.isOpening());
    f.connector.answer();
    QCOMPARE(f.opened.count(), 0);
    QCOMPARE(f.failed.count(), 0);
    f.controller.cancelOpening();
    QCOMPARE(f.endedCount(), 1);
}

void TestConnectionController::openDatabaseDialog_opensTheChosenFile()
{
    Fixture f;
    QFile there(f.file("there.sqlite"));
    QVERIFY(there.open(QIODevice::WriteOnly));
    there.close();
    f.controller.openDatabaseDialog();
    f.choose("openDatabaseDialog", there.fileName());
    QTRY_COMPARE(f.opened.count(), 1);
    QCOMPARE(f.connector.opened().first().url, f.sqlite("there.sqlite"));
}

void TestConnectionController::fileDialogs_startWhereTheDatabaseIs()
{
    const QTemporaryDir other;
    Fixture f;
    QCOMPARE(f.dialogFolder("openDatabaseDialog"), Fixture::documents());
    f.controller.openUrl(f.sqlite());
    QTRY_COMPARE(f.opened.count(), 1);
    QCOMPARE(f.dialogFolder("openDatabaseDialog"), f.folder.path());
    QCOMPARE(f.dialogFolder("newDatabaseDialog"), f.folder.path());
    // Also where one was looked for in vain.
    f.connector.setRule(refusing(ErrorCode::NotADatabase));
    QFile letter(other.filePath(QStringLiteral("letter.sqlite")));
    QVERIFY(letter.open(QIODevice::WriteOnly));
    letter.close();
    f.controller.openDatabaseDialog();
    f.choose("openDatabaseDialog", letter.fileName());
    QTRY_COMPARE(f.failed.count(), 1);
    QCOMPARE(f.dialogFolder("newDatabaseDialog"), other.path());
    f.connector.setRule({});
    f.controller.openUrl(Fixture::server()); // Has no folder.
    QTRY_COMPARE(f.opened.count(), 2);
    QCOMPARE(f.dialogFolder("openDatabaseDialog"), other.path());
}

void TestConnectionController::fileDialogs_startInAFolderThatIsThere()
{
    Fixture f;
    f.controller.openUrl(DatabaseUrl::sqlite(f.file("gone/desk.sqlite")));
    QTRY_COMPARE(f.opened.count(), 1);
    QCOMPARE(f.dialogFolder("openDatabaseDialog"), Fixture::documents());
}

void TestConnectionController::newDatabaseDialog_createsAndInitialises()
{
    Fixture f;
    f.controller.newDatabaseDialog();
    f.choose("newDatabaseDialog", f.file("fresh"));
    QTRY_COMPARE(f.opened.count(), 1);
    QCOMPARE(f.connector.opened().first().url, f.sqlite("fresh.sqlite"));
    QCOMPARE(f.connector.opened().first().schemaPolicy, SchemaPolicy::Initialise);
    QVERIFY(f.connector.opened().first().mayCreateFile);
    QCOMPARE(f.connector.opened().first().mailLanguage, QString());
}

void TestConnectionController::newDatabase_onAFrenchDesktop_writesFrenchMails()
{
    Fixture f;
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::French, QLocale::France));
    f.controller.newDatabaseDialog();
    f.choose("newDatabaseDialog", f.file("fresh"));
    QLocale::setDefault(before);
    QTRY_COMPARE(f.opened.count(), 1);
    QCOMPARE(f.connector.opened().first().mailLanguage, QStringLiteral("fr"));
}

void TestConnectionController::newDatabaseDialog_neverTouchesAFileThatIsThere()
{
    Fixture f;
    QFile there(f.file("there.sqlite"));
    QVERIFY(there.open(QIODevice::WriteOnly));
    there.close();
    f.controller.newDatabaseDialog();
    f.choose("newDatabaseDialog", there.fileName());
    QTRY_COMPARE(f.failed.count(), 1);
    QVERIFY(f.failed.first().first().toString().contains(QStringLiteral("there.sqlite")));
    QCOMPARE(f.connector.opened().size(), 0);
}

void TestConnectionController::schemaMissing_saysWhatWouldBeAdded_thenAdds()
{
    Fixture f;
    f.connector.setMissingSchema({{SchemaStep::Kind::KeepTable, QStringLiteral("users")},
                                  {SchemaStep::Kind::CreateTable, QStringLiteral("events")}});
    f.connector.setRule([](const ConnectRequest &request) -> std::optional<Error> {
        if (request.schemaPolicy == SchemaPolicy::Initialise)
            return std::nullopt;
        return Error{ErrorCode::SchemaMissing, {}, {}};
    });
    f.controller.openUrl(f.sqlite());
    QTRY_VERIFY(f.find<QDialog>("tablesQuestion"));
    QCOMPARE(f.find<QPlainTextEdit>("tablesSteps")->toPlainText(),
             QStringLiteral("keep table users as it is\ncreate table events"));
    QVERIFY(f.find<QLabel>("tablesSentence")
                ->text()
                .contains(QStringLiteral("has no tables for Address Desk yet")));
    QCOMPARE(f.connector.opened().size(), 1);
    f.find<QPushButton>("tablesCreate")->click();
    QTRY_COMPARE(f.opened.count(), 1);
    QCOMPARE(f.connector.opened().last().schemaPolicy, SchemaPolicy::Initialise);
    QVERIFY(!f.connector.opened().last().mayCreateFile);
}

void TestConnectionController::schemaMissing_declined_createsNothing()
{
    Fixture f;
    f.connector.setRule(refusing(ErrorCode::SchemaMissing));
    f.controller.openUrl(f.sqlite());
    QTRY_VERIFY(f.find<QDialog>("tablesQuestion"));
    f.find<QPushButton>("tablesCancel")->click();
    QCOMPARE(f.endedCount(), 1);
    QCOMPARE(f.failed.count(), 0);
    QTRY_VERIFY(!f.find<QDialog>("tablesQuestion"));
    QCOMPARE(f.connector.opened().size(), 1);
}

void TestConnectionController::recentMenu_listsNewestFirst_andOpens()
{
    Fixture f;
    QCOMPARE(f.menuTexts(), QStringList{QStringLiteral("No database was opened yet")});
    f.controller.openUrl(f.sqlite("one.sqlite"));
    QTRY_COMPARE(f.opened.count(), 1);
    f.controller.openUrl(Fixture::server());
    QTRY_COMPARE(f.opened.count(), 2);
    f.controller.openUrl(f.sqlite("one.sqlite"));
    QTRY_COMPARE(f.opened.count(), 3);
    const QStringList texts = f.menuTexts();
    QCOMPARE(texts.size(), 4); // two, a line, clear
    QVERIFY(texts.at(0).startsWith(QStringLiteral("one (")));
    QCOMPARE(texts.at(1), QStringLiteral("crm@db.example.com (marie)"));
    f.controller.recentMenu()->actions().at(1)->trigger();
    QTRY_COMPARE(f.opened.count(), 4);
    QCOMPARE(f.connector.opened().last().url, Fixture::server());
}

void TestConnectionController::recentMenu_clear_empties()
{
    Fixture f;
    f.controller.openUrl(f.sqlite());
    QTRY_COMPARE(f.opened.count(), 1);
    f.controller.recentMenu()->actions().last()->trigger();
    QTRY_COMPARE(f.menuTexts(), QStringList{QStringLiteral("No database was opened yet")});
    QVERIFY(RecentDatabases(f.settings).all().isEmpty());
}

void TestConnectionController::recentMenu_namesAreLiteral()
{
    Fixture f;
    f.controller.openUrl(f.sqlite("R&D.sqlite"));
    QTRY_COMPARE(f.opened.count(), 1);
    QVERIFY(f.menuTexts().first().startsWith(QStringLiteral("R&&D (")));
}

void TestConnectionController::recent_keepsTen()
{
    Fixture f;
    RecentDatabases recent(f.settings);
    f.settings.setValue(QStringLiteral("recentDatabases"),
                        QStringList{QStringLiteral("nonsense"), QStringLiteral("sqlite:")});
    QVERIFY(recent.all().isEmpty());
    for (int i = 0; i < 15; ++i)
        recent.add(DatabaseUrl::sqlite(QStringLiteral("/db/%1.sqlite").arg(i)));
    QCOMPARE(recent.all().size(), RecentDatabases::maximum);
    QCOMPARE(recent.all().first(), DatabaseUrl::sqlite(QStringLiteral("/db/14.sqlite")));
    recent.add(DatabaseUrl::sqlite(QStringLiteral("/db/10.sqlite")));
    QCOMPARE(recent.all().size(), RecentDatabases::maximum);
    QCOMPARE(recent.all().first(), DatabaseUrl::sqlite(QStringLiteral("/db/10.sqlite")));
}

QTEST_MAIN(TestConnectionController)
#include "tst_connectioncontroller.moc"
