#include "ui/widgets/FoldedMessage.h"

#include "ui/appearance/Appearance.h"

#include <QAccessible>
#include <QEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace addressdesk {

FoldedMessage::FoldedMessage(QWidget *parent)
    : QWidget(parent), m_sentence(new QLabel(this)), m_fold(new QToolButton(this)),
      m_details(new QPlainTextEdit(this))
{
    m_sentence->setObjectName(QStringLiteral("messageSentence"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_fold->setObjectName(QStringLiteral("messageFold"));
    m_fold->setText(tr("Details"));
    m_fold->setAccessibleName(tr("Show technical details"));
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setArrowType(Qt::RightArrow);
    m_fold->setAutoRaise(true);
    m_fold->setCheckable(true);
    m_fold->setFocusPolicy(Qt::StrongFocus);
    m_details->setObjectName(QStringLiteral("messageDetails"));
    m_details->setAccessibleName(tr("Technical details"));
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    m_details->setFixedHeight(5 * fontMetrics().lineSpacing());

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(appearance::step);
    layout->addWidget(m_sentence);
    layout->addWidget(m_fold, 0, Qt::AlignLeading);
    layout->addWidget(m_details);
    connect(m_fold, &QToolButton::toggled, this, [this](bool isOpen) {
        m_fold->setArrowType(isOpen ? Qt::DownArrow : isRightToLeft() ? Qt::LeftArrow : Qt::RightArrow);
        m_details->setVisible(isOpen);
    });
    clear();
}

void FoldedMessage::say(Tone tone, const QString &sentence, const QString &details)
{
    m_tone = tone;
    m_sentence->setText(sentence);
    m_details->setPlainText(details);
    m_fold->setChecked(false);
    m_fold->setArrowType(isRightToLeft() ? Qt::LeftArrow : Qt::RightArrow);
    m_fold->setVisible(!details.isEmpty());
    m_details->hide();
    applyTone();
    setVisible(!sentence.isEmpty());
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
    return m_details->toPlainText();
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
    m_sentence->setPalette(colors);
}

} // namespace addressdesk
