#pragma once

#include "models/items/OfficeTasksModel.h"
#include "ui/messages/Message.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QSettings;
class QTableView;

namespace addressdesk {

class EmptyState;
class HistoryReverter;
class MessageBar;
class RequestActions;

/// What customers asked for and only an operator can decide: values that have changed since. Stays open
/// beside the window.
class TasksDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `settings` keep the dialog's size and columns, and have to outlive it.
    explicit TasksDialog(QSettings &settings, QWidget *parent = nullptr);
    ~TasksDialog() override;

    void setSession(DeskSession *session);
    [[nodiscard]] const OfficeTasksModel &model() const { return m_model; }

signals:
    /// The person wants to see the address of a request.
    void addressRequested(const addressdesk::OfficeTask &task);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void goTo();
    void setBackAnyway();
    void finishChosen();
    void tellReverted(const RevertOutcome &outcome);
    void tellError(const Error &error);
    void showState();
    void showChosen();
    void tell(const QString &sentence, Message::Kind kind, const QString &details = {});
    [[nodiscard]] const OfficeTask *chosen() const;

    OfficeTasksModel m_model;
    HistoryReverter *m_reverter;
    QPointer<DeskSession> m_session;
    QTableView *m_table;
    MessageBar *m_messages;
    RequestActions *m_actions;
    QLabel *m_state;
    EmptyState *m_empty;
    QPushButton *m_goTo;
    QPushButton *m_setBack;
    QPushButton *m_done;
    QPushButton *m_close = nullptr;
    qint64 m_wanted = 0;      ///< The task that is chosen as soon as it is there again.
    OfficeTask m_settingBack; ///< What is finished once its change is set back.
};

} // namespace addressdesk
