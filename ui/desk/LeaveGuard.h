#pragma once

#include <QObject>

#include <functional>

class QWidget;

namespace addressdesk {

class SaveController;
class StagedEdits;

/// Asks Save, Discard or Cancel before something that would leave unsaved edits behind.
class LeaveGuard final : public QObject
{
    Q_OBJECT

public:
    LeaveGuard(StagedEdits &edits, SaveController &saving, QWidget *window);

    /// Runs `leave` at once without edits; otherwise after they were saved or discarded; never when the
    /// person cancels or the save leaves something over.
    void askThen(const QString &question, std::function<void()> leave);
    void setReason(std::function<QString()> reason) { m_reason = std::move(reason); }

private:
    void saveThen(std::function<void()> leave);

    StagedEdits &m_edits;
    SaveController &m_saving;
    QWidget *m_window;
    std::function<QString()> m_reason;
    bool m_isAsking = false;
};

} // namespace addressdesk
