#include "ui/messages/MessageBar.h"

#include "ui/messages/MessageFrame.h"

#include <QAccessible>
#include <QLabel>
#include <QVBoxLayout>

namespace addressdesk {

MessageBar::MessageBar(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("messageBar"));
    setAccessibleName(tr("Messages"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    hide();
}

void MessageBar::setTakenMnemonics(const QString &letters, const QString &undo)
{
    m_taken = letters;
    m_undoLetter = undo;
}

void MessageBar::tell(const Message &message)
{
    dismiss(message.topic);
    while (m_layout->count() >= maximumMessages)
        remove(leastMissed());
    auto *frame = new MessageFrame(message, takenMnemonics(), m_undoLetter, this);
    m_layout->addWidget(frame);
    if (m_tabPlace)
        frame->orderTabs(m_tabPlace);
    connect(frame, &MessageFrame::dismissed, this, [this, frame] { remove(frame); });
    show();
    frame->focusQuestion();
    if (frame->undoButton())
        emit undoOffered(frame->undoButton());
    QAccessibleEvent alert(frame, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

/// Those of the window and of the messages that are shown.
QString MessageBar::takenMnemonics() const
{
    QString letters = m_taken;
    for (int i = 0; i < m_layout->count(); ++i) {
        if (const auto *frame = qobject_cast<const MessageFrame *>(m_layout->itemAt(i)->widget()))
            letters += frame->usedMnemonics();
    }
    return letters;
}

void MessageBar::dismiss(const QString &topic)
{
    for (int i = m_layout->count() - 1; i >= 0; --i) {
        auto *frame = qobject_cast<MessageFrame *>(m_layout->itemAt(i)->widget());
        if (frame && frame->topic() == topic)
            remove(frame);
    }
}

void MessageBar::dismissAll()
{
    while (m_layout->count() > 0)
        remove(m_layout->itemAt(0)->widget());
}

void MessageBar::remove(QWidget *frame)
{
    if (frame->isAncestorOf(window()->focusWidget()))
        emit aboutToTakeFocusAway();
    m_layout->removeWidget(frame);
    frame->hide();
    frame->deleteLater();
    setVisible(m_layout->count() > 0);
}

/// The oldest of those that only tell something: what can be undone or answered goes last.
QWidget *MessageBar::leastMissed() const
{
    for (int i = 0; i < m_layout->count(); ++i) {
        const auto *frame = qobject_cast<const MessageFrame *>(m_layout->itemAt(i)->widget());
        if (frame && !frame->hasActions())
            return m_layout->itemAt(i)->widget();
    }
    return m_layout->itemAt(0)->widget();
}

bool MessageBar::contains(const QString &topic) const
{
    for (int i = 0; i < m_layout->count(); ++i) {
        const auto *frame = qobject_cast<const MessageFrame *>(m_layout->itemAt(i)->widget());
        if (frame && frame->topic() == topic)
            return true;
    }
    return false;
}

QStringList MessageBar::texts() const
{
    QStringList result;
    for (int i = 0; i < m_layout->count(); ++i) {
        if (const auto *label =
                m_layout->itemAt(i)->widget()->findChild<QLabel *>(QStringLiteral("messageText")))
            result.append(label->text());
    }
    return result;
}

} // namespace addressdesk
