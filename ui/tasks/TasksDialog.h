#pragma once

#include "models/items/OfficeTasksModel.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTableView;

namespace addressdesk {

class HistoryReverter;

/// What customers asked for and only an operator can decide: values that have changed since. Stays open
/// beside the window.
class TasksDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit TasksDialog(QWidget *parent = nullptr);
    ~TasksDialog() override;

    void setSession(DeskSession *session);
    [[nodiscard]] const OfficeTasksModel &model() const { return m_model; }

signals:
    void addressRequested(const QString &addressId);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void buildTable();
    void goTo();
    void setBackAnyway();
    void finishChosen();
    void finish(qint64 taskId);
    void tellReverted(const RevertOutcome &outcome);
    void tellError(const Error &error);
    void showState();
    void showChosen();
    void say(const QString &sentence, bool isProblem, const QString &details = {});
    [[nodiscard]] const OfficeTask *chosen() const;

    OfficeTasksModel m_model;
    HistoryReverter *m_reverter;
    QPointer<DeskSession> m_session;
    QTableView *m_table;
    QLabel *m_told;
    QLabel *m_state;
    QPushButton *m_goTo;
    QPushButton *m_setBack;
    QPushButton *m_done;
    qint64 m_settingBack = 0; ///< The task that is finished once its change is set back.
};

} // namespace addressdesk
