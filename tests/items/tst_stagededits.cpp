#include "models/items/StagedEdits.h"

#include <QSignalSpy>
#include <QTest>

using namespace addressdesk;

namespace {

const QString address = QStringLiteral("a1");
const QString city = QStringLiteral("city");
const QString lyon = QStringLiteral("Lyon");
const QString paris = QStringLiteral("Paris");

} // namespace

class TestStagedEdits final : public QObject
{
    Q_OBJECT

private slots:
    void edit_cleansAndStages()
    {
        StagedEdits edits;
        QVERIFY(edits.edit(address, city, lyon, QStringLiteral("  Paris ")).has_value());
        QCOMPARE(edits.edit(address, city), StagedEdits::Edit(StagedField{lyon, paris}));
        QCOMPARE(edits.fieldCount(), 1);
        QCOMPARE(edits.addressIds(), QStringList{address});
    }

    void edit_whenRefused_changesNothingAndNamesTheProblem()
    {
        StagedEdits edits;
        const auto result = edits.edit(address, city, lyon, QStringLiteral("Pa\u202Eris"));
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().kind, ValueProblem::Kind::BidirectionalOverride);
        QVERIFY(edits.isEmpty());
    }

    void editOrKeep_whenRefused_keepsTheTextAndLeavesItOutOfASave()
    {
        StagedEdits edits;
        const QString refused = QStringLiteral("Pa\u202Eris");
        edits.editOrKeep(address, city, lyon, refused, 1);
        QVERIFY(
            edits.edit(address, QStringLiteral("label"), std::nullopt, QStringLiteral("Work")).has_value());
        QCOMPARE(edits.edit(address, city)->edited, FieldValue(refused));
        QCOMPARE(edits.edit(address, city)->base, FieldValue(lyon));
        QCOMPARE(edits.firstRefused()->fieldId, city);
        QCOMPARE(edits.firstRefused()->problem.kind, ValueProblem::Kind::BidirectionalOverride);
        QCOMPARE(edits.saveRequest(address, {}).edits.size(), 1);
        edits.editOrKeep(address, city, lyon, paris, 1);
        QCOMPARE(edits.edit(address, city), StagedEdits::Edit(StagedField{lyon, paris}));
        QVERIFY(!edits.firstRefused());
    }

    void edit_whenTypedBack_isNoEdit()
    {
        StagedEdits edits;
        QVERIFY(edits.edit(address, city, lyon, paris).has_value());
        QVERIFY(edits.edit(address, city, lyon, lyon).has_value());
        QVERIFY(edits.isEmpty());
    }

    void edit_whenOnlyLookedAt_keepsOldBlanks()
    {
        StagedEdits edits;
        QVERIFY(edits.edit(address, city, QStringLiteral(" Lyon "), QStringLiteral(" Lyon ")).has_value());
        QVERIFY(edits.isEmpty());
    }

    void edit_emptyOverNull_isNoEditButOverTextIsEmptyString()
    {
        StagedEdits edits;
        QVERIFY(edits.edit(address, city, std::nullopt, QString()).has_value());
        QVERIFY(edits.isEmpty());
        QVERIFY(edits.edit(address, city, lyon, QString()).has_value());
        const StagedEdits::Edit staged = edits.edit(address, city);
        QVERIFY(staged && staged->edited.has_value() && staged->edited->isEmpty() &&
                !staged->edited->isNull());
    }

    void edit_keepsTheFirstBase()
    {
        StagedEdits edits;
        QVERIFY(edits.edit(address, city, lyon, paris).has_value());
        // The stored value has changed meanwhile; the person began from Lyon.
        QVERIFY(edits.edit(address, city, QStringLiteral("Nice"), QStringLiteral("Rennes")).has_value());
        QCOMPARE(edits.edit(address, city)->base, FieldValue(lyon));
    }

    void stepMade_tellsBeforeAndAfter()
    {
        StagedEdits edits;
        QSignalSpy steps(&edits, &StagedEdits::stepMade);
        QVERIFY(edits.edit(address, city, lyon, paris).has_value());
        QCOMPARE(steps.count(), 1);
        edits.put(address, city, std::nullopt);
        QCOMPARE(steps.count(), 1);
        QVERIFY(edits.isEmpty());
    }

    void takeAllBack_isUndoable()
    {
        StagedEdits edits;
        QVERIFY(edits.edit(address, city, lyon, paris).has_value());
        QVERIFY(edits.edit(QStringLiteral("a2"), city, lyon, paris).has_value());
        QSignalSpy steps(&edits, &StagedEdits::stepMade);
        edits.takeAllBack();
        QVERIFY(edits.isEmpty());
        QCOMPARE(steps.count(), 2);
    }

    void saveRequest_namesWhatThePersonSaw()
    {
        StagedEdits edits;
        QVERIFY(edits.edit(address, city, lyon, paris).has_value());
        const SaveRequest request = edits.saveRequest(address, QStringLiteral("moved"));
        QCOMPARE(request.addressId, address);
        QCOMPARE(request.edits.size(), 1);
        QCOMPARE(request.edits.first().expected, FieldValue(lyon));
        QCOMPARE(request.edits.first().value, FieldValue(paris));
        QCOMPARE(request.reason, FieldValue(QStringLiteral("moved")));
    }

    void settle_keepsWhatWasTypedMeanwhile()
    {
        StagedEdits edits;
        QVERIFY(edits.edit(address, city, lyon, paris).has_value());
        const SaveRequest request = edits.saveRequest(address, std::nullopt);
        QVERIFY(edits.edit(address, city, lyon, QStringLiteral("Nice")).has_value());
        edits.settle(request);
        QCOMPARE(edits.edit(address, city), StagedEdits::Edit(StagedField{paris, QStringLiteral("Nice")}));
    }

    void settle_forgetsWhatWasSaved()
    {
        StagedEdits edits;
        QVERIFY(edits.edit(address, city, lyon, paris).has_value());
        edits.settle(edits.saveRequest(address, std::nullopt));
        QVERIFY(edits.isEmpty());
    }

    void rebase_keepsMineOverTheirs()
    {
        StagedEdits edits;
        QVERIFY(edits.edit(address, city, lyon, paris).has_value());
        edits.rebase(address, city, QStringLiteral("Nice"));
        QCOMPARE(edits.edit(address, city), StagedEdits::Edit(StagedField{QStringLiteral("Nice"), paris}));
        edits.rebase(address, city, paris);
        QVERIFY(edits.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestStagedEdits)
#include "tst_stagededits.moc"
