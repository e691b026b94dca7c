#include "ui/desk/DiscardController.h"

#include "models/items/StagedEdits.h"
#include "ui/desk/SaveController.h"
#include "ui/desk/UndoSteps.h"
#include "ui/messages/MessageBar.h"

#include <QMessageBox>
#include <QPushButton>

namespace addressdesk {

namespace {

const QString topic = QStringLiteral("discard");

} // namespace

DiscardController::DiscardController(const StagedEdits &edits, UndoSteps &undo, const SaveController &saving,
                                     MessageBar &messages, QWidget *window)
    : QObject(window), m_edits(edits), m_undo(undo), m_saving(saving), m_messages(messages), m_window(window)
{
    connect(&m_edits, &StagedEdits::fieldChanged, this, [this] {
        if (!m_edits.isEmpty()) // What the button would undo is no longer what was discarded.
            m_messages.dismiss(topic);
    });
}

bool DiscardController::canDiscard() const
{
    return !m_edits.isEmpty() && !m_saving.isSaving();
}

void DiscardController::discard()
{
    if (!canDiscard())
        return;
    const int count = m_edits.fieldCount();
    emit discarding();
    m_undo.discardAll();
    tellDiscarded(count);
}

void DiscardController::tellDiscarded(int count)
{
    const auto undo = [this] {
        m_undo.stack().undo();
    };
    m_messages.tell({topic,
                     Message::Kind::Information,
                     tr("%n edit(s) discarded.", nullptr, count),
                     {{tr("&Undo"), undo, true}},
                     {}});
}

void DiscardController::askDiscard()
{
    if (!canDiscard())
        return;
    auto *question = new QMessageBox(QMessageBox::Question, tr("Discard?"),
                                     tr("Discard %n unsaved edit(s)?", nullptr, m_edits.fieldCount()),
                                     QMessageBox::NoButton, m_window);
    question->setObjectName(QStringLiteral("discardQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *yes = question->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    QPushButton *no = question->addButton(tr("&Keep editing"), QMessageBox::RejectRole);
    question->setDefaultButton(no);
    question->setEscapeButton(no);
    connect(yes, &QPushButton::clicked, this, &DiscardController::discard);
    question->open();
}

} // namespace addressdesk
