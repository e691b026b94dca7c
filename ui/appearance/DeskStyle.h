#pragma once

#include <QProxyStyle>

namespace addressdesk {

/// The platform's style, with two differences. Where windows run from right to left, the texts of buttons and
/// headers are read in their own direction, so that "Browse…" has its dots at its end whatever language the
/// window is in. A dialog's Close or Cancel has no icon, which would be of another family than the program's.
class DeskStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    void drawItemText(QPainter *painter, const QRect &rect, int flags, const QPalette &palette,
                      bool isEnabled, const QString &text, QPalette::ColorRole role) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option = nullptr, const QWidget *widget = nullptr,
                  QStyleHintReturn *returnData = nullptr) const override;

private:
    mutable bool m_isPlaced = false; ///< What is drawn has been mirrored already.
};

} // namespace addressdesk
