#include "ui/appearance/Appearance.h"
#include "ui/appearance/Icons.h"

#include <QApplication>
#include <QPixmapCache>
#include <QTest>

using namespace addressdesk;

namespace {

QPalette darkPalette()
{
    QPalette palette(QColor(0x3a, 0x3d, 0x41), QColor(0x2b, 0x2d, 0x30));
    palette.setColor(QPalette::Base, QColor(0x1e, 0x1f, 0x22));
    palette.setColor(QPalette::AlternateBase, QColor(0x26, 0x28, 0x2c));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(role, QColor(0xdf, 0xe1, 0xe5));
    return palette;
}

QPalette lightPalette()
{
    QPalette palette(QColor(0xef, 0xef, 0xef));
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::AlternateBase, QColor(0xf7, 0xf7, 0xf7));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(role, Qt::black);
    return palette;
}

QColor meanColor(const QImage &image)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() == 255)
                return image.pixelColor(x, y);
        }
    }
    return {};
}

} // namespace

class AppearanceTest final : public QObject
{
    Q_OBJECT

private slots:
    void contrast_isThatOfWcag()
    {
        QCOMPARE(qRound(appearance::contrast(Qt::black, Qt::white)), 21);
        QCOMPARE(qRound(appearance::contrast(Qt::white, Qt::white)), 1);
        QVERIFY(qAbs(appearance::contrast(QColor(0x76, 0x76, 0x76), Qt::white) - 4.54) < 0.02);
    }

    void accents_areReadable_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << lightPalette();
        QTest::newRow("dark") << darkPalette();
        QTest::newRow("this style's") << QApplication::palette();
    }
    void accents_areReadable()
    {
        QFETCH(QPalette, palette);
        const QList<QColor> accents{appearance::changedAccent(palette), appearance::putBackAccent(palette),
                                    appearance::problemAccent(palette)};
        for (const QColor &accent : accents) {
            const QList<QColor> grounds{palette.color(QPalette::Base), palette.color(QPalette::AlternateBase),
                                        palette.color(QPalette::Window), appearance::tint(accent, palette)};
            for (const QColor &ground : grounds)
                QVERIFY2(appearance::contrast(accent, ground) >= 4.5,
                         qPrintable(accent.name() + u' ' + ground.name()));
        }
        const QColor quiet = appearance::quietText(palette);
        QVERIFY(appearance::contrast(quiet, palette.color(QPalette::Base)) >= 4.5);
        QVERIFY(appearance::contrast(quiet, palette.color(QPalette::Window)) >= 4.5);
        const QColor text = palette.color(QPalette::Text);
        QVERIFY(appearance::contrast(text, appearance::tint(accents.first(), palette)) >= 4.5);
    }

    void accents_differ()
    {
        QVERIFY(appearance::changedAccent(lightPalette()) != appearance::putBackAccent(lightPalette()));
        QVERIFY(!appearance::isDark(lightPalette()));
        QVERIFY(appearance::isDark(darkPalette()));
    }

    void icon_takesThePalettesColour()
    {
        const QPalette before = QApplication::palette();
        for (const QPalette &palette : {lightPalette(), darkPalette()}) {
            QApplication::setPalette(palette);
            const QIcon icon = icons::icon(QStringLiteral("save"));
            QVERIFY(!icon.isNull());
            QCOMPARE(meanColor(icon.pixmap(32, 32).toImage()), palette.color(QPalette::ButtonText));
        }
        QApplication::setPalette(before);
    }

    void icon_ofAnUnknownName_isEmpty()
    {
        QVERIFY(icons::icon(QStringLiteral("no-such-icon")).isNull());
        QVERIFY(!icons::applicationIcon().isNull());
    }
};

QTEST_MAIN(AppearanceTest)
#include "tst_appearance.moc"
