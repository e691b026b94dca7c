#include "ui/widgets/FoldedMessage.h"

#include "ui/appearance/Appearance.h"
#include "ui/widgets/FoldedDetails.h"

#include <QAccessible>
#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace addressdesk {

FoldedMessage::FoldedMessage(QWidget *parent)
    : QWidget(parent), m_sentence(new QLabel(this)), m_details(new FoldedDetails(this))
{
    m_sentence->setObjectName(QStringLiteral("messageSentence"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(appearance::step);
    layout->addWidget(m_sentence);
    layout->addWidget(m_details);
    clear();
}

void FoldedMessage::say(Tone tone, const QString &sentence, const QString &details)
{
    m_tone = tone;
    m_sentence->setText(sentence);
    m_details->setText(details);
    applyTone();
    setVisible(!sentence.isEmpty());
    if (tone == Tone::Quiet)
        return;
    QAccessibleEvent announcement(m_sentence, QAccessible::Alert);
    QAccessible::updateAccessibility(&announcement);
}

void FoldedMessage::clear()
{
    say(Tone::Neutral, {});
}

QString FoldedMessage::sentence() const
{
    return m_sentence->text();
}

QString FoldedMessage::details() const
{
    return m_details->text();
}

void FoldedMessage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyTone(); // The label's palette, not this one's: nothing comes back here.
}

void FoldedMessage::applyTone()
{
    QPalette colors = palette();
    if (m_tone == Tone::Problem)
        colors.setColor(QPalette::WindowText, appearance::problemAccent(palette()));
    else if (m_tone == Tone::Good)
        colors.setColor(QPalette::WindowText, appearance::putBackAccent(palette()));
    else if (m_tone == Tone::Quiet)
        colors.setColor(QPalette::WindowText, appearance::quietText(palette()));
    m_sentence->setPalette(colors);
}

} // namespace addressdesk
