#include "tests/ui/WindowFixture.h"

#include "ui/appearance/Appearance.h"

#include <QLabel>
#include <QLocale>

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

/// The sentence in the form; empty when it says none.
QString formsWord(const WindowFixture &f)
{
    const auto *word = f.child<QLabel>("formDoubt");
    return word->isVisible() ? word->text() : QString();
}

QString told(const WindowFixture &f)
{
    return f.child<QLabel>("statusTold")->text();
}

} // namespace

/// An address can be saved without what mail needs to arrive, but not unawares.
class TestDeliveryDoubts final : public QObject
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
        QCOMPARE(formsWord(f), QString());
        const int height = line->height();
        f.press(Qt::Key_Backspace);
        QCOMPARE(formsWord(f), cityDoubt);
        QCOMPARE(line->placeholderText(), QString()); // That would look like a value.
        QVERIFY(line->accessibleDescription().endsWith(cityDoubt));
        const QPalette colors = f.child("formDoubt")->palette();
        QVERIFY(appearance::contrast(colors.color(QPalette::WindowText), colors.color(QPalette::Window)) >=
                4.5);
        QCOMPARE(barsWord(f), cityDoubt);
        QVERIFY(f.child("unsavedCounts")->accessibleName().endsWith(cityDoubt));
        QTRY_VERIFY(line->visibleRegion().boundingRect() == line->rect() && line->height() == height);
        const QWidget *word = f.child("formDoubt");
        QTRY_COMPARE(word->visibleRegion().boundingRect(), word->rect());
        f.type("Nice");
        QCOMPARE(formsWord(f), QString());
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
        QVERIFY2(told(f).startsWith(QStringLiteral("Saved: ")) && told(f).endsWith(cityDoubt),
                 qPrintable(told(f)));
        // It is nobody's edit any more.
        QCOMPARE(formsWord(f), QString());
        edit(f, 0, "city", QStringLiteral("Lyon"));
        QTRY_VERIFY(f.child("saveBar")->isVisible());
        QCOMPARE(barsWord(f), QString());
        f.window->save();
        QTRY_COMPARE(f.stored("a1", "city"), QStringLiteral("Lyon"));
        QTRY_VERIFY(told(f).startsWith(QStringLiteral("Saved: ")));
        QVERIFY(!told(f).contains(cityDoubt));
    }

    void postalCode_emptied_isSaidUnlessTheCountryChangesToo()
    {
        WindowFixture f;
        f.open();
        f.choose(0, "zipCode");
        edit(f, 0, "zipCode", {});
        const QString doubt = QStringLiteral("Postal code is empty: mail to this address may not arrive.");
        QTRY_COMPARE(barsWord(f), doubt);
        QCOMPARE(formsWord(f), doubt);
        edit(f, 0, "city", {});
        QCOMPARE(formsWord(f), doubt + u'\n' + cityDoubt);
        edit(f, 0, "city", QStringLiteral("Dublin"));
        edit(f, 0, "country", QStringLiteral("Ireland"));
        QCOMPARE(barsWord(f), QString());
        QCOMPARE(formsWord(f), QString());
    }

    void cityAndPostalCode_emptied_areNamedTogether()
    {
        WindowFixture f;
        f.open();
        f.choose(0, "city");
        edit(f, 0, "city", {});
        edit(f, 0, "zipCode", {});
        const QString both =
            QLocale().createSeparatedList({QStringLiteral("Postal code"), QStringLiteral("City")});
        const QString doubt = both + QStringLiteral(" are empty: mail to this address may not arrive.");
        QTRY_COMPARE(barsWord(f), doubt);
        f.window->save();
        QTRY_VERIFY(told(f).startsWith(QStringLiteral("Saved: ")));
        QVERIFY2(told(f).endsWith(doubt), qPrintable(told(f)));
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
        QCOMPARE(formsWord(f), QStringLiteral("Street is empty: mail to this address may not arrive."));
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

QTEST_MAIN(TestDeliveryDoubts)
#include "tst_deliverydoubts.moc"
