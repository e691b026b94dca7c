#pragma once

#include "models/domain/DeskSession.h"

#include <QPointer>

class QSettings;
class QWidget;

namespace addressdesk {

class MessageBar;
class RedeemCodeDialog;
class RevertNews;
class TaskNews;
class TasksDialog;

/// What customers ask of the desk: codes that they read out on the phone, and links whose values have changed
/// since; and what their links have put back, so that it does not happen behind the operators' backs.
class CustomerRequests final : public QObject
{
    Q_OBJECT

public:
    /// `settings` keep sizes of dialogs.
    CustomerRequests(MessageBar &messages, QSettings &settings, QWidget *window);

    /// nullptr: no database is open.
    void setSession(DeskSession *session);

public slots:
    /// To be told after every change of the office.
    void setCounts(const addressdesk::MailCounts &counts);
    void redeemCode();
    void showTasks();
    /// Reads the address and asks for it to be shown; offers to restore it when it is deleted.
    void goTo(const QString &addressId);

signals:
    void addressRequested(const addressdesk::AddressRow &row);
    void restoreRequested(const QString &addressId);
    /// The event of an address to look at; the address itself is asked for next.
    void changeRequested(const QString &addressId, qint64 sequenceNum);

private:
    void lookAt(const OfficeTask &task);
    void tellNotThere(const QString &addressId, const Error &error);

    MessageBar &m_messages;
    QSettings &m_settings;
    QWidget *m_window;
    QPointer<DeskSession> m_session;
    QPointer<RedeemCodeDialog> m_redeeming;
    TasksDialog *m_tasks = nullptr;
    TaskNews *m_taskNews;
    RevertNews *m_news;
};

} // namespace addressdesk
