#include "models/items/DraftStore.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace addressdesk;

namespace {

const DatabaseUrl database = DatabaseUrl::sqlite(QStringLiteral("/data/a.sqlite"));
const DatabaseUrl otherDatabase = DatabaseUrl::sqlite(QStringLiteral("/data/b.sqlite"));

void typeSomething(StagedEdits &edits)
{
    edits.put(QStringLiteral("a1"), QStringLiteral("city"),
              StagedField{QStringLiteral("Lyon"), QStringLiteral("<b>Zürich")});
    edits.put(QStringLiteral("a1"), QStringLiteral("label"), StagedField{std::nullopt, QStringLiteral("")});
    edits.put(QStringLiteral("a2"), QStringLiteral("city"),
              StagedField{QStringLiteral("Lyon"), QStringLiteral("Nice")});
}

void stage(StagedEdits &edits, const QString &addressId, const QString &city)
{
    edits.put(addressId, QStringLiteral("city"), StagedField{QStringLiteral("Lyon"), city});
}

QFileInfoList draftFiles(const QString &folder)
{
    return QDir(folder).entryInfoList({QStringLiteral("*.json")}, QDir::Files);
}

} // namespace

class TestDraftStore final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void open_afterACrash_bringsEverythingBack()
    {
        StagedEdits edits;
        {
            DraftStore store(path(), edits);
            QVERIFY(store.open(database).has_value());
            typeSomething(edits);
            store.setReason(QStringLiteral("moved"));
        }
        StagedEdits again;
        DraftStore store(path(), again);
        const auto found = store.open(database);
        QVERIFY(found.has_value());
        QCOMPARE(found->fieldCount, 3);
        QCOMPARE(again.addressCount(), 2);
        QCOMPARE(found->reason, QStringLiteral("moved"));
        QCOMPARE(again.fields(QStringLiteral("a1")), edits.fields(QStringLiteral("a1")));
        QCOMPARE(again.fields(QStringLiteral("a2")), edits.fields(QStringLiteral("a2")));
    }

    void open_bringsRefusedTextsBack()
    {
        const QString refused = QString(300, u'x');
        StagedEdits edits;
        {
            DraftStore store(path(), edits);
            QVERIFY(store.open(database).has_value());
            edits.editOrKeep(QStringLiteral("a1"), QStringLiteral("city"), QStringLiteral("Lyon"), refused,
                             1);
        }
        StagedEdits again;
        DraftStore store(path(), again);
        QCOMPARE(store.open(database)->fieldCount, 1);
        QCOMPARE(again.fields(QStringLiteral("a1")), edits.fields(QStringLiteral("a1")));
        QCOMPARE(again.firstRefused()->problem.kind, ValueProblem::Kind::TooLong);
    }

    void write_happensBySoonWithoutClosing()
    {
        StagedEdits edits;
        DraftStore store(path(), edits);
        QVERIFY(store.open(database).has_value());
        typeSomething(edits);
        QTRY_COMPARE(draftFiles(path()).size(), 1);
        const QFileInfo file = draftFiles(path()).first();
        QCOMPARE(file.permissions() &
                     (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
                 QFile::Permissions());
    }

    void clear_removesTheFile()
    {
        StagedEdits edits;
        DraftStore store(path(), edits);
        QVERIFY(store.open(database).has_value());
        typeSomething(edits);
        store.flush();
        QCOMPARE(draftFiles(path()).size(), 1);
        edits.clear();
        store.flush();
        QVERIFY(draftFiles(path()).isEmpty());
    }

    void open_ofAnotherDatabase_findsNothing()
    {
        StagedEdits edits;
        DraftStore store(path(), edits);
        QVERIFY(store.open(database).has_value());
        typeSomething(edits);
        store.close();
        edits.clear();
        const auto found = store.open(otherDatabase);
        QVERIFY(found.has_value());
        QCOMPARE(found->fieldCount, 0);
        QCOMPARE(store.open(database)->fieldCount, 3);
    }

    void open_ofADamagedFile_keepsItAside()
    {
        StagedEdits edits;
        {
            DraftStore store(path(), edits);
            QVERIFY(store.open(database).has_value());
            typeSomething(edits);
        }
        QFile file(draftFiles(path()).first().filePath());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write("{half"), 5);
        file.close();
        StagedEdits again;
        DraftStore store(path(), again);
        QVERIFY(!store.open(database).has_value());
        QVERIFY(QFile::exists(file.fileName() + QStringLiteral(".unreadable")));
    }

    void open_inASecondWindow_keepsItsOwn()
    {
        StagedEdits edits;
        DraftStore store(path(), edits);
        QVERIFY(store.open(database).has_value());
        typeSomething(edits);
        store.flush();
        StagedEdits second;
        {
            DraftStore secondStore(path(), second);
            QVERIFY(secondStore.open(database)->isKept);
            stage(second, QStringLiteral("a3"), QStringLiteral("Brest"));
            secondStore.setReason(QStringLiteral("phoned"));
        }
        QCOMPARE(draftFiles(path()).size(), 2);
        store.close();

        StagedEdits again;
        DraftStore next(path(), again);
        const auto found = next.open(database);
        QCOMPARE(found->fieldCount, 4);
        QCOMPARE(found->reason, QStringLiteral("phoned"));
        QCOMPARE(again.fields(QStringLiteral("a1")), edits.fields(QStringLiteral("a1")));
        QCOMPARE(again.fields(QStringLiteral("a3")), second.fields(QStringLiteral("a3")));
        QCOMPARE(draftFiles(path()).size(), 1);
    }

    void open_whenTwoWindowsLeftTheSameFieldBehind_bringsBackOneAfterTheOther()
    {
        {
            StagedEdits edits;
            DraftStore store(path(), edits);
            QVERIFY(store.open(database).has_value());
            stage(edits, QStringLiteral("a1"), QStringLiteral("Nice"));
            StagedEdits second;
            DraftStore secondStore(path(), second);
            QVERIFY(secondStore.open(database).has_value());
            stage(second, QStringLiteral("a1"), QStringLiteral("Brest"));
        }
        StagedEdits again;
        DraftStore next(path(), again);
        QCOMPARE(next.open(database)->fieldCount, 1);
        QCOMPARE(again.edit(QStringLiteral("a1"), QStringLiteral("city"))->edited,
                 FieldValue(QStringLiteral("Nice")));
        again.clear();
        next.flush();
        QCOMPARE(next.open(database)->fieldCount, 1);
        QCOMPARE(again.edit(QStringLiteral("a1"), QStringLiteral("city"))->edited,
                 FieldValue(QStringLiteral("Brest")));
    }

    void open_inTooManyWindows_saysSo()
    {
        StagedEdits edits;
        std::vector<std::unique_ptr<DraftStore>> stores;
        bool isKept = true;
        for (int i = 0; i < 20 && isKept; ++i) {
            stores.push_back(std::make_unique<DraftStore>(path(), edits));
            const auto found = stores.back()->open(database);
            QVERIFY(found.has_value());
            isKept = found->isKept;
        }
        QVERIFY(stores.size() > 2);
        QVERIFY(!isKept);
    }

    void open_whenAnotherWindowKeepsThem_leavesThemAlone()
    {
        StagedEdits edits;
        DraftStore store(path(), edits);
        QVERIFY(store.open(database).has_value());
        typeSomething(edits);
        store.flush();
        StagedEdits second;
        DraftStore secondStore(path(), second);
        const auto found = secondStore.open(database);
        QVERIFY(found.has_value());
        QCOMPARE(found->fieldCount, 0);
        secondStore.close();
        QCOMPARE(draftFiles(path()).size(), 1);
    }

    void write_whenTheFolderIsGone_saysSo()
    {
        StagedEdits edits;
        DraftStore store(path(), edits);
        QVERIFY(store.open(database).has_value());
        QSignalSpy failures(&store, &DraftStore::failed);
        QVERIFY(QDir(path()).removeRecursively());
        typeSomething(edits);
        store.flush();
        QTRY_COMPARE(failures.count(), 1);
    }

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("drafts")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestDraftStore)
#include "tst_draftstore.moc"
