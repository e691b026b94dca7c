#pragma once

#include "models/domain/DeskSession.h"
#include "models/domain/MailService.h"
#include "models/items/OutboxModel.h"
#include "models/items/ReadTurn.h"

#include <QPointer>

class QSettings;
class QWidget;

namespace addressdesk {

class LetterDialog;
class MailPasswordQuestion;
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
    /// `settings` keep sizes of dialogs.
    MailDesk(MailService &service, StatusLine &status, MessageBar &messages, QSettings &settings,
             QWidget *window);

    /// Passed on to the service.
    void setSession(DeskSession *session);

public slots:
    void showOutbox();
    /// The outbox with these mails only.
    void showMails(addressdesk::OutboxModel::Filter filter);
    void showSettings();
    /// The letter for a mail whose customer has no e-mail address.
    void showLetter(qint64 mailId);

signals:
    /// After every change of the office, whether the numbers have changed or not.
    void counted(const addressdesk::MailCounts &counts);
    /// The person wants to see the address of a mail.
    void addressRequested(const QString &addressId);
    /// The folder that this desk writes mails into, as people read it; empty when it does not.
    void folderChanged(const QString &folder);

private:
    void count();
    void takeCounts(const MailCounts &counts);
    void showState();
    void showFolder();
    void tellProblem();
    void tryAgain();
    void makeOutbox();

    MailService &m_service;
    StatusLine &m_status;
    MessageBar &m_messages;
    QSettings &m_settingsFile;
    QWidget *m_window;
    MailPasswordQuestion *m_question;
    QPointer<DeskSession> m_session;
    QPointer<OutboxDialog> m_outbox;
    QPointer<MailSettingsDialog> m_settings;
    QPointer<LetterDialog> m_letter;
    MailCounts m_counts;
    QString m_folder;
    std::optional<Error> m_told; ///< The problem that was told last.
    ReadTurn m_turn;
};

} // namespace addressdesk
