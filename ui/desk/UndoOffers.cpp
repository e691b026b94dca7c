#include "ui/desk/UndoOffers.h"

#include "models/items/StagedEdits.h"
#include "ui/desk/SaveController.h"
#include "ui/history/HistoryPanel.h"
#include "ui/messages/MessageBar.h"
#include "ui/widgets/Mnemonics.h"

#include <QAction>
#include <QEvent>
#include <QPushButton>
#include <QUndoStack>

#include <algorithm>

namespace addressdesk {

UndoOffers::UndoOffers(const Parts &parts, QObject *parent)
    : QObject(parent), m_parts(parts), m_text(parts.action.text())
{
    connect(&m_parts.messages, &MessageBar::undoOffered, this, &UndoOffers::add);
    connect(&m_parts.history, &HistoryPanel::undoOffered, this, &UndoOffers::add);
    connect(&m_parts.stack, &QUndoStack::indexChanged, this, [this] {
        m_isStackNewer = true;
        update();
    });
    connect(&m_parts.stack, &QUndoStack::canUndoChanged, this, &UndoOffers::update);
    connect(&m_parts.saving, &SaveController::recorded, this, [this] {
        for (Offer &offer : m_offers)
            offer.isOvertaken = true;
        update();
    });
    connect(&m_parts.action, &QAction::triggered, this, &UndoOffers::undo);
    update();
}

void UndoOffers::add(QPushButton *button)
{
    m_offers.removeIf([button](const Offer &offer) { return !offer.button || offer.button == button; });
    m_offers.append({button, button->text()});
    button->removeEventFilter(this);
    button->installEventFilter(this);
    m_isStackNewer = false;
    update();
}

bool UndoOffers::eventFilter(QObject *watched, QEvent *event)
{
    // Told before it is so.
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide)
        QMetaObject::invokeMethod(this, &UndoOffers::update, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

QPushButton *UndoOffers::newest() const
{
    const auto found = std::find_if(m_offers.crbegin(), m_offers.crend(), [](const Offer &offer) {
        return offer.button && offer.button->isVisible() && !offer.isOvertaken;
    });
    return found == m_offers.crend() ? nullptr : found->button.data();
}

bool UndoOffers::isForEdits() const
{
    return m_parts.stack.canUndo() && (!m_parts.edits.isEmpty() || m_isStackNewer || !newest());
}

void UndoOffers::undo()
{
    QPushButton *button = newest();
    if (isForEdits())
        m_parts.stack.undo();
    else if (button)
        button->click();
}

void UndoOffers::update()
{
    const QPushButton *button = newest();
    for (const Offer &offer : std::as_const(m_offers)) {
        if (offer.button)
            offer.button->setText(
                offer.button == button ? offer.text : mnemonics::literal(mnemonics::stripped(offer.text)));
    }
    const QString what = isForEdits() ? u' ' + m_parts.stack.undoText() : QString();
    m_parts.action.setText(m_text + what);
    m_parts.action.setEnabled(m_parts.stack.canUndo() || button);
    m_parts.action.setAutoRepeat(isForEdits());
}

} // namespace addressdesk
