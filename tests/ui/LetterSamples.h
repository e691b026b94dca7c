#pragma once

#include "models/domain/OfficeDesk.h"

#include <QDateTime>

namespace addressdesk::letterSamples {

inline const QString secret = QStringLiteral("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8");

inline RevertToken token()
{
    return RevertToken::fromSecret(secret).value();
}

inline OfficeSettings office(const QString &language = QStringLiteral("en"))
{
    return {QStringLiteral("Éditions du Marais"),
            QStringLiteral("+33 1 42 68 53 00"),
            QStringLiteral("adresses@example.com"),
            QStringLiteral("https://adresses.example.com"),
            language,
            14};
}

inline QDateTime now()
{
    return QDateTime::fromString(QStringLiteral("2026-03-03T14:00:00Z"), Qt::ISODate);
}

inline FieldValues address(const QString &number, const QString &street, const QString &zip,
                           const QString &city, const QString &country)
{
    return {{QStringLiteral("label"), QStringLiteral("Home")},
            {QStringLiteral("streetNumber"), number},
            {QStringLiteral("streetName"), street},
            {QStringLiteral("zipCode"), zip},
            {QStringLiteral("city"), city},
            {QStringLiteral("country"), country}};
}

/// Anna Lefèvre moved within France: two fields.
inline MailLetter moved()
{
    MailLetter letter;
    letter.saveToken = token();
    letter.mail.id = 7;
    letter.mail.changeId = QStringLiteral("0e3c0f0e-2b5c-4a3f-9a58-5b4ea0e7b7aa");
    letter.mail.state = MailState::NoAddress;
    letter.mail.createdAt = QStringLiteral("2026-03-03T13:02:03.123Z");
    letter.mail.notice.addressId = QStringLiteral("a1");
    letter.mail.notice.customer = {QStringLiteral("c1"), QStringLiteral("Anna"), QStringLiteral("Lefèvre"),
                                   std::nullopt};
    letter.mail.notice.address =
        address(QStringLiteral("12"), QStringLiteral("Quai Saint-Antoine"), QStringLiteral("69002"),
                QStringLiteral("Lyon"), QStringLiteral("France"));
    letter.mail.notice.changes = {{QStringLiteral("zipCode"), QStringLiteral("69002"),
                                   QStringLiteral("75002"), QStringLiteral("7K3D9Q2M")},
                                  {QStringLiteral("city"), QStringLiteral("Lyon"), QStringLiteral("Paris"),
                                   QStringLiteral("AB12CD34")}};
    return letter;
}

/// One field only.
inline MailLetter small()
{
    MailLetter letter = moved();
    letter.mail.notice.changes.removeFirst();
    return letter;
}

/// What concerns the whole address.
inline MailLetter whole(SafetyNotice::Kind kind)
{
    MailLetter letter = moved();
    letter.mail.notice.kind = kind;
    letter.mail.notice.changes.clear();
    if (kind == SafetyNotice::Kind::Deleted)
        letter.mail.notice.code = QStringLiteral("ZZ99YY88");
    return letter;
}

/// All six fields changed from `from` to `to`.
inline MailLetter all(const FieldValues &from, const FieldValues &to)
{
    const QStringList ids{QStringLiteral("label"),      QStringLiteral("streetNumber"),
                          QStringLiteral("streetName"), QStringLiteral("zipCode"),
                          QStringLiteral("city"),       QStringLiteral("country")};
    MailLetter letter = moved();
    letter.mail.notice.address = from;
    letter.mail.notice.changes.clear();
    for (const QString &id : ids)
        letter.mail.notice.changes.append({id, from.value(id), to.value(id), QStringLiteral("7K3D9Q2M")});
    return letter;
}

inline FieldValues everywhere(const QString &value)
{
    return {{QStringLiteral("label"), value},      {QStringLiteral("streetNumber"), value},
            {QStringLiteral("streetName"), value}, {QStringLiteral("zipCode"), value},
            {QStringLiteral("city"), value},       {QStringLiteral("country"), value}};
}

} // namespace addressdesk::letterSamples
