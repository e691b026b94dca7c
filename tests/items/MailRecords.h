#pragma once

#include "models/domain/MailRecord.h"

#include <QDateTime>

/// Made-up mails for tests.
namespace addressdesk::mails {

inline QString ago(int minutes)
{
    return QDateTime::currentDateTimeUtc().addSecs(-60LL * minutes).toString(Qt::ISODateWithMs);
}

inline MailRecord mail(qint64 id, MailState state, const QString &lastName)
{
    MailRecord mail;
    mail.id = id;
    mail.changeId = QStringLiteral("change %1").arg(id);
    mail.addressId = QStringLiteral("a1");
    mail.state = state;
    if (state != MailState::NoAddress)
        mail.recipient = lastName.toLower() + QStringLiteral("@example.com");
    mail.createdAt = ago(180);
    if (state == MailState::Queued)
        mail.nextAttemptAt = ago(1);
    if (state == MailState::Sent || state == MailState::Failed || state == MailState::Cancelled)
        mail.finishedAt = ago(120);
    if (state == MailState::Failed) {
        mail.attempts = 12;
        mail.lastError = QStringLiteral("550 5.1.1 No such user");
    }
    if (state == MailState::Sent)
        mail.expiresAt = ago(-14 * 24 * 60);
    mail.notice.addressId = mail.addressId;
    mail.notice.customer = {QStringLiteral("c%1").arg(id), QStringLiteral("Anna"), lastName, std::nullopt};
    mail.notice.address = {{QStringLiteral("label"), QStringLiteral("Home")}};
    mail.notice.changes = {
        {QStringLiteral("city"), QStringLiteral("Lyon"), QStringLiteral("Paris"), QStringLiteral("K7QM2RTX")},
        {QStringLiteral("zipCode"), QStringLiteral("69001"), QStringLiteral("75002"), {}}};
    return mail;
}

/// One of every state, newest first.
inline QList<MailRecord> everyState()
{
    return {mail(6, MailState::Queued, QStringLiteral("Adam")),
            mail(5, MailState::Sending, QStringLiteral("Berger")),
            mail(4, MailState::Failed, QStringLiteral("Colin")),
            mail(3, MailState::NoAddress, QStringLiteral("Dumas")),
            mail(2, MailState::Cancelled, QStringLiteral("Engel")),
            mail(1, MailState::Sent, QStringLiteral("Fabre"))};
}

} // namespace addressdesk::mails
