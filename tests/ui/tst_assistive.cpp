// What programs do that read and type for a person.
#include "tests/ui/WindowFixture.h"

#include <QAccessible>
#include <QLabel>

using namespace addressdesk;

namespace {

/// As EditableText.SetTextContents does.
void setText(QWidget *widget, const char *text)
{
    QAccessible::queryAccessibleInterface(widget)->setText(QAccessible::Value, QString::fromUtf8(text));
}

} // namespace

class TestAssistive final : public QObject
{
    Q_OBJECT

private slots:
    void text_setInAField_isAnEdit()
    {
        WindowFixture f;
        f.open();
        f.choose(0, "city");
        setText(f.field("city"), "Nice");
        QCOMPARE(f.cell(0, "city"), QStringLiteral("Nice"));
        QVERIFY(f.child("saveBar")->isVisible());
        f.field("label")->setFocus();
        setText(f.field("label"), "Work");
        QCOMPARE(f.cell(0, "label"), QStringLiteral("Work"));
        f.search()->setFocus();
        QCOMPARE(f.field("label")->text(), QStringLiteral("Work"));
        // Each is a step of its own.
        f.trigger("undo");
        QCOMPARE(f.cell(0, "label"), QStringLiteral("Home"));
        QCOMPARE(f.field("label")->text(), QStringLiteral("Home"));
        QCOMPARE(f.field("city")->text(), QStringLiteral("Nice"));
        f.trigger("undo");
        QCOMPARE(f.field("city")->text(), QStringLiteral("Lyon"));
    }

    void text_thatIsOnlyShown_isNoEdit()
    {
        WindowFixture f;
        f.open();
        for (const int row : {0, 1, 2, 0})
            f.choose(row, "city");
        f.session->changeElsewhere(QStringLiteral("a1"), QStringLiteral("city"), QStringLiteral("Nantes"));
        QTRY_COMPARE(f.field("city")->text(), QStringLiteral("Nantes"));
        QVERIFY(!f.child("saveBar")->isVisible());
    }

    void text_setWhereNothingCanBeWritten_isTakenBack()
    {
        WindowFixture f;
        f.session->setReadOnly(true);
        f.open();
        f.choose(0, "city");
        f.field("city")->setText(QStringLiteral("Nice"));
        QCOMPARE(f.field("city")->text(), QStringLiteral("Lyon"));
        QVERIFY(!f.child("saveBar")->isVisible());
    }
};

QTEST_MAIN(TestAssistive)
#include "tst_assistive.moc"
