#include "ui/appearance/Appearance.h"

#include "ui/appearance/QuietText.h"

#include <QLabel>

#include <algorithm>
#include <array>
#include <cmath>

namespace addressdesk::appearance {

namespace {

constexpr double readable = 4.5;
constexpr double discernible = 3;
constexpr double rounding = 0.1; ///< What colours of 8 bits may lose.

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QColor mixed(const QColor &first, const QColor &second, double share)
{
    const auto channel = [share](float a, float b) {
        return static_cast<float>(a * (1.0 - share) + b * share);
    };
    return QColor::fromRgbF(channel(first.redF(), second.redF()), channel(first.greenF(), second.greenF()),
                            channel(first.blueF(), second.blueF()));
}

double worstContrast(const QColor &text, const QPalette &palette)
{
    const std::array grounds{palette.color(QPalette::Base), palette.color(QPalette::AlternateBase),
                             palette.color(QPalette::Window), tint(text, palette)};
    double worst = 21;
    for (const QColor &ground : grounds)
        worst = std::min(worst, contrast(text, ground));
    return worst;
}

/// The hue at the lightness nearest to `lightness` that is readable on every ground of the palette.
QColor accent(int hue, int saturation, const QPalette &palette)
{
    const int direction = isDark(palette) ? 1 : -1;
    int lightness = isDark(palette) ? 150 : 115;
    QColor color = QColor::fromHsl(hue, saturation, lightness);
    while (worstContrast(color, palette) < readable && lightness > 4 && lightness < 251) {
        lightness += direction * 4;
        color = QColor::fromHsl(hue, saturation, lightness);
    }
    return color;
}

/// The colour where it is good enough on the ground, or else the text's, as near to the ground as it may be.
QColor legible(const QColor &color, const QColor &text, const QColor &ground, double least)
{
    if (contrast(mixed(ground, color, color.alphaF()), ground) >= least)
        return color;
    QColor result = text;
    for (int percent = 5; percent < 100; percent += 5) {
        const QColor candidate = mixed(text, ground, percent / 100.0);
        if (contrast(candidate, ground) < least + rounding)
            break;
        result = candidate;
    }
    return result;
}

} // namespace

double contrast(const QColor &first, const QColor &second)
{
    const double a = luminance(first);
    const double b = luminance(second);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

bool isDark(const QPalette &palette)
{
    return luminance(palette.color(QPalette::WindowText)) > luminance(palette.color(QPalette::Window));
}

QColor changedAccent(const QPalette &palette)
{
    return accent(26, 240, palette);
}

QColor putBackAccent(const QPalette &palette)
{
    return accent(172, 220, palette);
}

QColor problemAccent(const QPalette &palette)
{
    return accent(352, 180, palette);
}

QColor tint(const QColor &accent, const QPalette &palette)
{
    return mixed(palette.color(QPalette::Base), accent, isDark(palette) ? 0.16 : 0.10);
}

QColor quietText(const QPalette &palette)
{
    const QColor text = palette.color(QPalette::WindowText);
    const QColor base = palette.color(QPalette::Base);
    const QColor window = palette.color(QPalette::Window);
    QColor quiet = text;
    for (int percent = 5; percent < 60; percent += 5) {
        const QColor candidate = mixed(text, base, percent / 100.0);
        if (contrast(candidate, base) < readable + 0.3 || contrast(candidate, window) < readable + 0.3)
            break;
        quiet = candidate;
    }
    return quiet;
}

QPalette withReadableHints(QPalette palette)
{
    struct Text
    {
        QPalette::ColorGroup group;
        QPalette::ColorRole role;
        QPalette::ColorRole text; ///< What it is derived from.
        QPalette::ColorRole ground;
        double least;
    };
    constexpr std::array texts{
        Text{QPalette::Active, QPalette::PlaceholderText, QPalette::Text, QPalette::Base, readable},
        Text{QPalette::Inactive, QPalette::PlaceholderText, QPalette::Text, QPalette::Base, readable},
        Text{QPalette::Disabled, QPalette::PlaceholderText, QPalette::Text, QPalette::Base, discernible},
        Text{QPalette::Disabled, QPalette::Text, QPalette::Text, QPalette::Base, discernible},
        Text{QPalette::Disabled, QPalette::WindowText, QPalette::WindowText, QPalette::Window, discernible},
        Text{QPalette::Disabled, QPalette::ButtonText, QPalette::ButtonText, QPalette::Button, discernible}};
    for (const Text &text : texts) {
        const QColor color = palette.color(text.group, text.role);
        const QColor better = legible(color, palette.color(QPalette::Active, text.text),
                                      palette.color(text.group, text.ground), text.least);
        if (better != color)
            palette.setColor(text.group, text.role, better);
    }
    return palette;
}

QColor hairline(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Window), palette.color(QPalette::WindowText), 0.16);
}

QFont scaled(const QFont &font, double factor)
{
    QFont result = font;
    if (font.pointSizeF() > 0)
        result.setPointSizeF(std::max(8.0, font.pointSizeF() * factor));
    return result;
}

QFont bold(const QFont &font)
{
    QFont result = font;
    result.setBold(true);
    return result;
}

void makeQuiet(QLabel *label)
{
    new QuietText(label);
}

} // namespace addressdesk::appearance
