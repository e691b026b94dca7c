#include "tests/ui/WindowFixture.h"

#include "ui/appearance/Appearance.h"

#include <QLabel>

using namespace addressdesk;

namespace {

const QString cityDoubt = QStringLiteral("City is empty: mail to this address may not arrive.");

void edit(const WindowFixture &f, int row, const char *field, const QString &value)
{
    f.grid()->model()->setData(f.grid()->model()->index(row, f.column(field)), value);
}

/// The word in the bar; empty when it says none.
QString barsWord(const WindowFixture &f)
{
    const auto *word = f.child<QLabel>("saveWarning");
    return word->isVisible() && f.child("saveWarningMark")->isVisible() ? word->text() : QString();
}

} // namespace

/// An address can be saved without what mail needs to arrive, but not unawares.
class DeliveryDoubtsTest final : public QObject
{
    Q_OBJECT

private slots:
    void city_emptiedInTheForm_isSaidThereAndInTheBar()
    {
        WindowFixture f;
        f.open();
        f.choose(0, "city");
        QLineEdit *line = f.field("city");
        line->setFocus();
        line->selectAll();
        f.type("x");
        QTRY_VERIFY(f.child("saveBar")->isVisible());
        QCOMPARE(barsWord(f), QString());
        QCOMPARE(line->placeholderText(), QString());
        const QRect place(line->mapTo(f.window.get(), QPoint()), line->size());
        f.press(Qt::Key_Backspace);
        QCOMPARE(line->placeholderText(), QStringLiteral("Mail may not arrive"));
        QVERIFY(line->accessibleDescription().endsWith(cityDoubt));
        QVERIFY(appearance::contrast(line->palette().color(QPalette::PlaceholderText),
                                     line->palette().color(QPalette::Base)) >= 4.5);
        QCOMPARE(barsWord(f), cityDoubt);
        QVERIFY(f.child("unsavedCounts")->accessibleName().endsWith(cityDoubt));
        QCOMPARE(QRect(line->mapTo(f.window.get(), QPoint()), line->size()), place);
        f.type("Nice");
        QCOMPARE(line->placeholderText(), QString());
        QVERIFY(!line->accessibleDescription().contains(cityDoubt));
        QCOMPARE(barsWord(f), QString());
    }

    void city_emptied_canBeSaved()
    {
        WindowFixture f;
        f.open();
        edit(f, 0, "city", {});
        QTRY_COMPARE(barsWord(f), cityDoubt);
        f.window->save();
        QTRY_COMPARE(f.stored("a1", "city"), QString());
        QTRY_VERIFY(!f.child("saveBar")->isVisible());
        // It is nobody's edit any more.
        QCOMPARE(f.field("city")->placeholderText(), QString());
        edit(f, 0, "city", QStringLiteral("Lyon"));
        QTRY_VERIFY(f.child("saveBar")->isVisible());
        QCOMPARE(barsWord(f), QString());
    }

    void street_isNeededWhereNotEvenALabelNamesThePlace()
    {
        WindowFixture f;
        f.open();
        f.choose(0, "city");
        edit(f, 0, "streetName", {});
        QTRY_VERIFY(f.child("saveBar")->isVisible());
        QCOMPARE(barsWord(f), QString()); // The label will do.
        edit(f, 0, "label", {});
        QCOMPARE(barsWord(f), QStringLiteral("Street is empty: mail to this address may not arrive."));
        QCOMPARE(f.field("streetName")->placeholderText(), QStringLiteral("Mail may not arrive"));
        QCOMPARE(f.field("label")->placeholderText(), QString());
    }

    void severalAddresses_areToldTogether()
    {
        WindowFixture f;
        f.open();
        edit(f, 0, "city", {});
        edit(f, 1, "city", {});
        QTRY_COMPARE(barsWord(f),
                     QStringLiteral("Several changed addresses lack what mail needs to arrive."));
        edit(f, 1, "city", QStringLiteral("Paris"));
        QCOMPARE(barsWord(f), cityDoubt);
    }

    void draftsOfLastTime_areToldToo()
    {
        WindowFixture f;
        f.open();
        edit(f, 1, "city", {});
        f.makeWindow();
        f.open();
        QTRY_COMPARE(barsWord(f), cityDoubt);
    }

    void otherEdits_sayNothing()
    {
        WindowFixture f;
        f.open();
        edit(f, 0, "city", QStringLiteral("Nice"));
        edit(f, 0, "streetNumber", {});
        edit(f, 0, "country", {});
        QTRY_VERIFY(f.child("saveBar")->isVisible());
        QCOMPARE(barsWord(f), QString());
    }
};

QTEST_MAIN(DeliveryDoubtsTest)
#include "tst_deliverydoubts.moc"
