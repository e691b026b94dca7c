#include "tests/ui/WindowFixture.h"

#include "ui/appearance/Appearance.h"

#include <QScopeGuard>

using namespace addressdesk;

namespace {

QPalette palette(const QColor &ground, const QColor &base, const QColor &text)
{
    QPalette palette(ground, ground);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, base);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(role, text);
    palette.setColor(QPalette::Highlight, QColor(0x30, 0x8c, 0xc6));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    return palette;
}

/// Where the text of a line begins or ends, as a share of its width.
double placeOf(QLineEdit &line, int position)
{
    line.setCursorPosition(position);
    line.grab(); // It is painted before it knows.
    return line.inputMethodQuery(Qt::ImCursorRectangle).toRectF().center().x() / line.width();
}

} // namespace

/// What cells and fields look like: marks that are seen, and texts where their captions are.
class TestAddressDelegate final : public QObject
{
    Q_OBJECT

private slots:
    void mark_ofASelectedEdit_keepsItsColor_data()
    {
        QTest::addColumn<QPalette>("colors");
        QTest::newRow("light") << palette(QColor(0xef, 0xef, 0xef), Qt::white, Qt::black);
        QTest::newRow("dark") << palette(QColor(0x2b, 0x2d, 0x30), QColor(0x1e, 0x1f, 0x22),
                                         QColor(0xdf, 0xe1, 0xe5));
    }
    void mark_ofASelectedEdit_keepsItsColor()
    {
        QFETCH(QPalette, colors);
        const QPalette before = QApplication::palette();
        const auto restore = qScopeGuard([&before] { QApplication::setPalette(before); });
        QApplication::setPalette(colors);
        WindowFixture f;
        f.open();
        f.choose(0, "city");
        const QModelIndex cell = f.grid()->currentIndex();
        f.grid()->model()->setData(cell, QStringLiteral("Nantes"));
        QVERIFY(f.grid()->selectionModel()->isSelected(cell));
        const QImage image = f.grid()->viewport()->grab(f.grid()->visualRect(cell)).toImage();
        const int middle = image.height() / 2;
        const QColor mark = image.pixelColor(1, middle);
        QCOMPARE(mark.name(), appearance::changedAccent(f.grid()->palette()).name());
        const QColor beside = image.pixelColor(appearance::step, middle);
        QVERIFY2(appearance::contrast(mark, beside) >= 3, qPrintable(mark.name() + u' ' + beside.name()));
        QVERIFY(image.pixelColor(image.width() - 3, middle) != beside); // It is drawn as selected.
    }

    void values_fromRightToLeft_standUnderTheirCaptions()
    {
        const auto restore = qScopeGuard([] { QApplication::setLayoutDirection(Qt::LeftToRight); });
        QApplication::setLayoutDirection(Qt::RightToLeft);
        WindowFixture f;
        f.open();
        f.choose(0, "city");
        QCOMPARE(f.field("city")->text(), QStringLiteral("Lyon"));
        QVERIFY(placeOf(*f.field("city"), 0) > 0.5);
        QVERIFY(placeOf(*f.field("city"), 4) > 0.9);
        f.press(Qt::Key_F2);
        QVERIFY(f.cellEditor());
        QVERIFY(placeOf(*f.cellEditor(), 4) > 0.8);
    }

    void values_fromLeftToRight_standUnderTheirCaptions()
    {
        WindowFixture f;
        QList<AddressRow> rows = rows::few();
        rows[0].address.values.insert(QStringLiteral("city"), QString(4, QChar(0x05d0)));
        f.session->setRows(rows);
        f.open();
        f.choose(0, "city");
        QVERIFY(placeOf(*f.field("city"), 4) < 0.5);
        f.press(Qt::Key_F2);
        QVERIFY(f.cellEditor());
        QVERIFY(placeOf(*f.cellEditor(), 4) < 0.5);
    }
};

QTEST_MAIN(TestAddressDelegate)
#include "tst_addressdelegate.moc"
