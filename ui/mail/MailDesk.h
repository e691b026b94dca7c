#pragma once

#include "models/domain/DeskSession.h"
#include "models/domain/MailService.h"

#include <QPointer>

class QWidget;

namespace addressdesk {

class LetterDialog;
class MailSettingsDialog;
class MessageBar;
class OutboxDialog;
class StatusLine;

/// All that the window does with mails: counts them, tells when they cannot be sent, and shows the outbox and
/// the settings.
class MailDesk final : public QObject
{
    Q_OBJECT

public:
    /// The references have to outlive the desk, but for `service`, only until setSession(nullptr).
    MailDesk(MailService &service, StatusLine &status, MessageBar &messages, QWidget *window);

    /// Passed on to the service.
    void setSession(DeskSession *session);
    [[nodiscard]] const MailCounts &counts() const { return m_counts; }

public slots:
    void showOutbox();
    void showSettings();
    /// The letter for a mail whose customer has no e-mail address.
    void showLetter(qint64 mailId);

signals:
    void countsChanged(const addressdesk::MailCounts &counts);
    /// The person wants to see the address of a mail, which is here.
    void addressFound(const addressdesk::AddressRow &row);

private:
    void count();
    void takeCounts(const Result<MailCounts> &counts);
    void showState();
    void tellProblem();
    void tryAgain();
    void makeOutbox();
    void findAddress(const QString &addressId);

    MailService &m_service;
    StatusLine &m_status;
    MessageBar &m_messages;
    QWidget *m_window;
    QPointer<DeskSession> m_session;
    QPointer<OutboxDialog> m_outbox;
    QPointer<MailSettingsDialog> m_settings;
    QPointer<LetterDialog> m_letter;
    MailCounts m_counts;
    std::optional<Error> m_told; ///< The problem that was told last.
    bool m_isCounting = false;
    bool m_isCountWanted = false;
    quint64 m_generation = 0;
};

} // namespace addressdesk
