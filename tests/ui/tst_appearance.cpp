#include "ui/appearance/Appearance.h"
#include "ui/appearance/DeskStyle.h"
#include "ui/appearance/Icons.h"
#include "ui/appearance/LeadingTexts.h"
#include "ui/appearance/ReadablePalette.h"
#include "ui/appearance/ReadingOrder.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPixmapCache>
#include <QProxyStyle>
#include <QPushButton>
#include <QScopeGuard>
#include <QTest>

using namespace addressdesk;

namespace {

/// Of a desktop whose dialogs have icons on their buttons.
struct IconStyle : QProxyStyle
{
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returned) const override
    {
        return hint == SH_DialogButtonBox_ButtonsHaveIcons
                   ? 1
                   : QProxyStyle::styleHint(hint, option, widget, returned);
    }
};

QPalette darkPalette()
{
    QPalette palette(QColor(0x3a, 0x3d, 0x41), QColor(0x2b, 0x2d, 0x30));
    palette.setColor(QPalette::Base, QColor(0x1e, 0x1f, 0x22));
    palette.setColor(QPalette::AlternateBase, QColor(0x26, 0x28, 0x2c));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(role, QColor(0xdf, 0xe1, 0xe5));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(0x4a, 0x4c, 0x50));
    return palette;
}

QPalette lightPalette()
{
    QPalette palette(QColor(0xef, 0xef, 0xef));
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::AlternateBase, QColor(0xf7, 0xf7, 0xf7));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(role, Qt::black);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(0xbe, 0xbe, 0xbe));
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

/// Of a text that may let its ground through.
double contrastOf(const QPalette &palette, QPalette::ColorGroup group, QPalette::ColorRole role,
                  QPalette::ColorRole groundRole)
{
    const QColor text = palette.color(group, role);
    const QColor ground = palette.color(group, groundRole);
    const float share = text.alphaF();
    const auto channel = [share](float above, float below) {
        return above * share + below * (1 - share);
    };
    return appearance::contrast(QColor::fromRgbF(channel(text.redF(), ground.redF()),
                                                 channel(text.greenF(), ground.greenF()),
                                                 channel(text.blueF(), ground.blueF())),
                                ground);
}

bool hasReadableHints(const QPalette &palette)
{
    return contrastOf(palette, QPalette::Active, QPalette::PlaceholderText, QPalette::Base) >= 4.5 &&
           contrastOf(palette, QPalette::Inactive, QPalette::PlaceholderText, QPalette::Base) >= 4.5 &&
           contrastOf(palette, QPalette::Disabled, QPalette::PlaceholderText, QPalette::Base) >= 3 &&
           contrastOf(palette, QPalette::Disabled, QPalette::Text, QPalette::Base) >= 3 &&
           contrastOf(palette, QPalette::Disabled, QPalette::WindowText, QPalette::Window) >= 3 &&
           contrastOf(palette, QPalette::Disabled, QPalette::ButtonText, QPalette::Button) >= 3;
}

/// Whether a Latin text stands left from left to right, and right from right to left.
template<typename Text> void standsAtTheLeadingEdge()
{
    const LeadingTexts texts(*qApp);
    for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        Text text(QStringLiteral("Latin"));
        text.setLayoutDirection(direction);
        text.resize(400, 40);
        const QImage whole = text.grab().toImage().convertToFormat(QImage::Format_RGB32);
        const QImage picture = whole.copy(whole.rect().adjusted(4, 4, -4, -4)); // Without a frame.
        const QRgb ground = picture.pixel(0, 0);
        const auto isInked = [&](int from, int to) {
            for (int x = from; x < to; ++x) {
                for (int y = 0; y < picture.height(); ++y) {
                    if (picture.pixel(x, y) != ground)
                        return true;
                }
            }
            return false;
        };
        const bool isRight = direction == Qt::RightToLeft;
        QCOMPARE(isInked(0, picture.width() / 2), !isRight);
        QCOMPARE(isInked(picture.width() / 2, picture.width()), isRight);
    }
}

} // namespace

class TestAppearance final : public QObject
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

    void buttons_fromRightToLeft_areReadInTheirOwnDirection()
    {
        DeskStyle style;
        QPushButton button(QStringLiteral("Browse\u2026"));
        button.resize(button.sizeHint());
        const QImage usual = button.grab().toImage();
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        const auto restore = qScopeGuard([] { QGuiApplication::setLayoutDirection(Qt::LeftToRight); });
        QVERIFY(button.grab().toImage() != usual); // The dots stand in front.
        button.setStyle(&style);
        QCOMPARE(button.grab().toImage(), usual);
        button.setText(QStringLiteral("\u05e2\u05d9\u05d5\u05df\u2026"));
        const QImage hebrew = button.grab().toImage();
        button.setStyle(nullptr);
        QCOMPARE(button.grab().toImage(), hebrew);
    }

    void closeOfADialog_hasNoIconOfAnotherFamily()
    {
        auto *style = new DeskStyle;
        style->setBaseStyle(new IconStyle);
        QApplication::setStyle(style);
        const auto restore = qScopeGuard([] { QApplication::setStyle(new QProxyStyle); });
        QDialogButtonBox box(QDialogButtonBox::Close | QDialogButtonBox::Cancel);
        QVERIFY(box.button(QDialogButtonBox::Close)->icon().isNull());
        QVERIFY(box.button(QDialogButtonBox::Cancel)->icon().isNull());
        auto *own = new QPushButton(icons::icon(QStringLiteral("set-back")), QStringLiteral("Set back"));
        box.addButton(own, QDialogButtonBox::ActionRole);
        QVERIFY(!own->icon().isNull());
    }

    void hints_areReadable_data() { accents_areReadable_data(); }
    void hints_areReadable()
    {
        QFETCH(QPalette, palette);
        const QPalette readable = appearance::withReadableHints(palette);
        QVERIFY(hasReadableHints(readable));
        QCOMPARE(appearance::withReadableHints(readable), readable);
        // They are still of second rank.
        QVERIFY(readable.color(QPalette::PlaceholderText) != palette.color(QPalette::Text));
        QVERIFY(readable.color(QPalette::Disabled, QPalette::ButtonText) !=
                palette.color(QPalette::ButtonText));
        QCOMPARE(readable.color(QPalette::Text), palette.color(QPalette::Text));
    }

    void hints_followThePlatformsPalette()
    {
        const QPalette before = QApplication::palette();
        {
            const ReadablePalette keeper(*qApp);
            QLineEdit line;
            line.show();
            for (const QPalette &palette : {darkPalette(), lightPalette()}) {
                QVERIFY(!hasReadableHints(palette)); // Or nothing is tested.
                QApplication::setPalette(palette);
                QVERIFY(hasReadableHints(QApplication::palette()));
                QTRY_COMPARE(line.palette().color(QPalette::Base), palette.color(QPalette::Base));
                QVERIFY(hasReadableHints(line.palette()));
            }
        }
        QApplication::setPalette(before);
    }

    void text_keepsItsOwnOrderWhereItRunsAgainstTheLine()
    {
        const QString email = QStringLiteral("anna@example.com");
        const QString hebrew = QStringLiteral("\u05D0\u05D1");
        const QChar start(0x2068);
        QCOMPARE(appearance::inOwnOrder(email, Qt::LeftToRight), email);
        QCOMPARE(appearance::inOwnOrder(hebrew, Qt::RightToLeft), hebrew);
        QVERIFY(appearance::inOwnOrder(email, Qt::RightToLeft).startsWith(start));
        QVERIFY(appearance::inOwnOrder(hebrew, Qt::LeftToRight).startsWith(start));
        QCOMPARE(appearance::inOwnOrder({}, Qt::RightToLeft), QString());
    }

    void label_standsAtTheWindowsLeadingEdge() { standsAtTheLeadingEdge<QLabel>(); }
    void field_standsAtTheWindowsLeadingEdge() { standsAtTheLeadingEdge<QLineEdit>(); }

    void field_withASideOfItsOwn_keepsIt()
    {
        const LeadingTexts texts(*qApp);
        QLineEdit edit;
        edit.setLayoutDirection(Qt::RightToLeft);
        edit.setAlignment(Qt::AlignLeft | Qt::AlignAbsolute);
        edit.ensurePolished();
        QCOMPARE(edit.alignment(), Qt::AlignLeft | Qt::AlignAbsolute);
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

    void icon_thatPointsBackOrForth_followsTheReadingDirection_data()
    {
        QTest::addColumn<bool>("isMirrored");
        for (const char *name : {"set-back", "undo", "redo"})
            QTest::newRow(name) << true;
        for (const char *name : {"save", "search", "history", "restore"})
            QTest::newRow(name) << false;
    }
    void icon_thatPointsBackOrForth_followsTheReadingDirection()
    {
        QFETCH(bool, isMirrored);
        const QIcon icon = icons::icon(QLatin1String(QTest::currentDataTag()));
        const QImage fromLeftToRight = icon.pixmap(32, 32).toImage();
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        const auto restore = qScopeGuard([] { QGuiApplication::setLayoutDirection(Qt::LeftToRight); });
        QCOMPARE(icon.pixmap(32, 32).toImage(),
                 isMirrored ? fromLeftToRight.mirrored(true, false) : fromLeftToRight);
    }

    void icon_ofAnUnknownName_isEmpty()
    {
        QVERIFY(icons::icon(QStringLiteral("no-such-icon")).isNull());
        QVERIFY(!icons::applicationIcon().isNull());
    }
};

QTEST_MAIN(TestAppearance)
#include "tst_appearance.moc"
