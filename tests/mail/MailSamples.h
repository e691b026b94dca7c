#pragma once

#include "models/domain/OfficeSettings.h"
#include "models/domain/OutgoingMail.h"

#include <QtTest>

namespace addressdesk {

/// A save that moved Anna Lefèvre, and the office that tells her.
namespace mailSamples {

inline const QString secret = QStringLiteral("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8");

inline OfficeSettings office()
{
    return {u"Éditions du Marais"_qs,
            u"+33 1 42 68 53 00"_qs,
            u"adresses@example.com"_qs,
            u"https://adresses.example.com"_qs,
            u"en"_qs,
            14};
}

inline QDateTime now()
{
    return QDateTime::fromString(u"2026-03-03T14:00:00Z"_qs, Qt::ISODate);
}

inline OutgoingMail mail()
{
    OutgoingMail mail;
    mail.id = 7;
    mail.changeId = u"0e3c0f0e-2b5c-4a3f-9a58-5b4ea0e7b7aa"_qs;
    mail.recipient = u"anna@example.org"_qs;
    mail.createdAt = u"2026-03-03T13:02:03.123Z"_qs;
    mail.saveToken = RevertToken::fromSecret(secret);
    mail.attempts = 1;
    mail.notice.addressId = u"a1"_qs;
    mail.notice.customer = {u"c1"_qs, u"Anna"_qs, u"Lefèvre"_qs, std::nullopt};
    mail.notice.address = {
        {u"label"_qs, std::nullopt},  {u"streetNumber"_qs, u"12"_qs}, {u"streetName"_qs, u"Old Street"_qs},
        {u"zipCode"_qs, u"75002"_qs}, {u"city"_qs, u"Lyon"_qs},       {u"country"_qs, u"France"_qs}};
    mail.notice.changes = {{u"streetName"_qs, u"Old Street"_qs, u"New Street"_qs, u"7K3D9Q2M"_qs},
                           {u"city"_qs, u"Lyon"_qs, u"Paris"_qs, u"AB12CD34"_qs}};
    return mail;
}

/// A save of one field only.
inline OutgoingMail smallMail()
{
    OutgoingMail small = mail();
    small.notice.changes.removeLast();
    return small;
}

/// What concerns a whole address.
inline OutgoingMail mailOf(SafetyNotice::Kind kind)
{
    OutgoingMail whole = mail();
    whole.notice.kind = kind;
    whole.notice.changes.clear();
    if (kind == SafetyNotice::Kind::Deleted)
        whole.notice.code = u"ZZ99YY88"_qs;
    return whole;
}

} // namespace mailSamples

} // namespace addressdesk
