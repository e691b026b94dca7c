#include "ui/appearance/SpokenLabel.h"

#include "ui/appearance/Appearance.h"
#include "ui/appearance/PlainToolTip.h"

#include <QAccessible>

namespace addressdesk {

SpokenLabel::SpokenLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
}

void SpokenLabel::say(const QString &sentence, bool isProblem, const QString &details)
{
    setText(sentence);
    setVisible(!sentence.isEmpty());
    setToolTip(appearance::plainToolTip(details));
    QPalette colours = parentWidget() ? parentWidget()->palette() : palette();
    colours.setColor(QPalette::WindowText,
                     isProblem ? appearance::problemAccent(colours) : appearance::putBackAccent(colours));
    setPalette(colours);
    if (sentence.isEmpty())
        return;
    QAccessibleEvent announcement(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&announcement);
}

} // namespace addressdesk
