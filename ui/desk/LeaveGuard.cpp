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

void LeaveGuard::askThen(const QString &question, std::function<void()> leave, std::function<void()> stay)
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
    connect(box, &QMessageBox::finished, this, [this, leave, stay](int answer) {
        m_isAsking = false;
        if (answer == QMessageBox::Save) {
            saveThen(leave, stay);
        } else if (answer == QMessageBox::Discard) {
            m_edits.clear();
            leave();
        } else {
            stay();
        }
    });
    box->open();
}

void LeaveGuard::saveThen(std::function<void()> leave, std::function<void()> stay)
{
    connect(
        &m_saving, &SaveController::finished, this,
        [leave = std::move(leave), stay = std::move(stay)](bool isEverythingSaved) {
            if (isEverythingSaved)
                leave();
            else
                stay();
        },
        Qt::SingleShotConnection);
    m_saving.save(m_reason ? m_reason() : QString());
}

} // namespace addressdesk
