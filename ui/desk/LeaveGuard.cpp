#include "ui/desk/LeaveGuard.h"

#include "models/items/StagedEdits.h"
#include "ui/desk/SaveController.h"

#include <QAbstractButton>
#include <QMessageBox>

namespace addressdesk {

LeaveGuard::LeaveGuard(StagedEdits &edits, SaveController &saving, QWidget *window)
    : QObject(window), m_edits(edits), m_saving(saving), m_window(window)
{
}

void LeaveGuard::askThen(const QString &question, std::function<void()> leave)
{
    if (m_edits.isEmpty()) {
        leave();
        return;
    }
    if (m_isAsking)
        return;
    m_isAsking = true;
    auto *box = new QMessageBox(QMessageBox::Question, tr("Unsaved edits"), question,
                                QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, m_window);
    box->setObjectName(QStringLiteral("leaveQuestion"));
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("%n field(s) are not saved.", nullptr, m_edits.fieldCount()));
    box->button(QMessageBox::Discard)->setText(tr("&Discard"));
    box->setDefaultButton(QMessageBox::Save);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QMessageBox::finished, this, [this, leave](int answer) {
        m_isAsking = false;
        if (answer == QMessageBox::Save) {
            saveThen(leave);
        } else if (answer == QMessageBox::Discard) {
            m_edits.clear();
            leave();
        }
    });
    box->open();
}

void LeaveGuard::saveThen(std::function<void()> leave)
{
    connect(
        &m_saving, &SaveController::finished, this,
        [leave = std::move(leave)](bool isEverythingSaved) {
            if (isEverythingSaved)
                leave();
        },
        Qt::SingleShotConnection);
    m_saving.save(m_reason ? m_reason() : QString());
}

} // namespace addressdesk
