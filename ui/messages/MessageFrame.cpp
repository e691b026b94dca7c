#include "ui/messages/MessageFrame.h"

#include "ui/appearance/Appearance.h"
#include "ui/appearance/Icons.h"
#include "ui/widgets/FoldedDetails.h"
#include "ui/widgets/Mnemonics.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

namespace addressdesk {

namespace {

using appearance::step;

QString iconName(Message::Kind kind)
{
    return kind == Message::Kind::Information ? QStringLiteral("info") : QStringLiteral("warning");
}

} // namespace

MessageFrame::MessageFrame(const Message &message, const QString &takenMnemonics,
                           const QString &undoMnemonics, QWidget *parent)
    : QFrame(parent), m_topic(message.topic), m_kind(message.kind), m_hasActions(!message.actions.isEmpty()),
      m_takenMnemonics(takenMnemonics), m_undoMnemonics(undoMnemonics)
{
    setObjectName(QStringLiteral("message_") + message.topic);
    setAccessibleName(message.text);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(4 * step, step, 2 * step, step);
    outer->setSpacing(step);
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * step);
    outer->addLayout(row);

    auto *mark = new QLabel(this);
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize);
    mark->setPixmap(icons::icon(iconName(message.kind)).pixmap(side, side));
    row->addWidget(mark);
    auto *text = new QLabel(message.text, this);
    text->setObjectName(QStringLiteral("messageText"));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_body = new QBoxLayout(QBoxLayout::LeftToRight);
    m_body->setSpacing(2 * step);
    row->addLayout(m_body, 1);
    m_body->addWidget(text, 1);
    m_text = text;
    m_buttons = new QWidget(this);
    auto *buttons = new QBoxLayout(QBoxLayout::LeftToRight, m_buttons);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(2 * step);
    addButtons(message, buttons);
    m_buttons->setVisible(buttons->count() > 0);
    m_body->addWidget(m_buttons, 0, Qt::AlignRight);
    auto *details = new FoldedDetails(this);
    details->setText(message.details);
    outer->addWidget(details);

    const QToolButton *close = addCloseButton(row);
    const QMargins margins = outer->contentsMargins();
    m_besideWidth = margins.left() + margins.right() + side + close->sizeHint().width() + 2 * row->spacing();
}

QToolButton *MessageFrame::addCloseButton(QLayout *layout)
{
    auto *close = new QToolButton(this);
    close->setObjectName(QStringLiteral("closeMessage"));
    close->setAutoRaise(true);
    close->setIcon(icons::icon(QStringLiteral("discard")));
    close->setToolTip(tr("Close this message"));
    close->setAccessibleName(tr("Close this message"));
    connect(close, &QToolButton::clicked, this, &MessageFrame::dismissed);
    layout->addWidget(close);
    return close;
}

void MessageFrame::addButtons(const Message &message, QLayout *layout)
{
    for (const Message::Action &action : message.actions) {
        auto *button = new QPushButton(action.text, this);
        button->setAccessibleName(mnemonics::stripped(action.text));
        connect(button, &QPushButton::clicked, this, [this, run = action.run] {
            emit dismissed();
            run();
        });
        button->setText(withLetter(action));
        button->setAutoDefault(true); // Enter presses it too, on every desktop.
        layout->addWidget(button);
        if (action.isUndo)
            m_undo = button;
        if (message.isQuestion)
            m_safe = button;
    }
}

QString MessageFrame::withLetter(const Message::Action &action)
{
    if (action.isUndo && !m_undoMnemonics.isEmpty())
        return mnemonics::marked(mnemonics::stripped(action.text), m_undoMnemonics.front());
    const QString text = mnemonics::fitted(action.text, m_takenMnemonics + m_undoMnemonics + m_mnemonics);
    m_mnemonics += mnemonics::lettersOf({text});
    return text;
}

void MessageFrame::orderTabs(QWidget *before)
{
    const QList<QWidget *> parts = findChildren<QWidget *>();
    for (QWidget *part : parts) {
        if ((part->focusPolicy() & Qt::TabFocus) == 0)
            continue;
        setTabOrder(before, part);
        before = part;
    }
}

void MessageFrame::focusQuestion()
{
    if (m_safe)
        m_safe->setFocus(Qt::OtherFocusReason);
}

void MessageFrame::keyPressEvent(QKeyEvent *event)
{
    if (m_safe && event->key() == Qt::Key_Escape)
        m_safe->click();
    else
        QFrame::keyPressEvent(event);
}

void MessageFrame::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    giveTextRoom();
}

/// Beside its buttons a text may not become a column of single words: then they stand below it, and below
/// each other where there is no other way.
void MessageFrame::giveTextRoom()
{
    if (m_buttons->isHidden())
        return;
    constexpr int fewLines = 2;
    const int room = width() - m_besideWidth;
    auto *buttons = static_cast<QBoxLayout *>(m_buttons->layout());
    int buttonsWidth = -buttons->spacing();
    for (int i = 0; i < buttons->count(); ++i)
        buttonsWidth += buttons->spacing() + buttons->itemAt(i)->sizeHint().width();
    const int forText = room - m_body->spacing() - buttonsWidth;
    const bool isCrowded =
        forText <= 0 || m_text->heightForWidth(forText) > fewLines * m_text->fontMetrics().lineSpacing();
    m_body->setDirection(isCrowded ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    buttons->setDirection(buttonsWidth > room ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

QSize MessageFrame::minimumSizeHint() const
{
    int widest = m_text->minimumSizeHint().width();
    for (int i = 0; i < m_buttons->layout()->count(); ++i)
        widest = std::max(widest, m_buttons->layout()->itemAt(i)->sizeHint().width());
    return {m_besideWidth + widest, QFrame::minimumSizeHint().height()};
}

QColor MessageFrame::accent() const
{
    switch (m_kind) {
    case Message::Kind::Information:
        return appearance::putBackAccent(palette());
    case Message::Kind::Warning:
        return appearance::changedAccent(palette());
    case Message::Kind::Problem:
        return appearance::problemAccent(palette());
    }
    Q_UNREACHABLE();
}

void MessageFrame::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), appearance::tint(accent(), palette()));
    const QRect bar(0, 0, step, height());
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), bar), accent());
}

} // namespace addressdesk
