#pragma once

#include "models/domain/Address.h"

#include <QList>

/// Made-up rows for tests.
namespace addressdesk::rows {

inline AddressRow row(const QString &id, const QString &lastName, const QString &city)
{
    AddressRow row;
    row.address.id = id;
    row.address.customerId = QStringLiteral("customer of ") + id;
    row.address.values = {{QStringLiteral("label"), QStringLiteral("Home")},
                          {QStringLiteral("streetNumber"), QStringLiteral("4")},
                          {QStringLiteral("streetName"), QStringLiteral("Rue de la Paix")},
                          {QStringLiteral("zipCode"), QStringLiteral("69001")},
                          {QStringLiteral("city"), city},
                          {QStringLiteral("country"), QStringLiteral("France")}};
    row.customer = {row.address.customerId, QStringLiteral("Anna"), lastName,
                    lastName.toLower() + QStringLiteral("@example.com")};
    return row;
}

inline QList<AddressRow> few()
{
    return {row(QStringLiteral("a1"), QStringLiteral("Adam"), QStringLiteral("Lyon")),
            row(QStringLiteral("a2"), QStringLiteral("Berger"), QStringLiteral("Paris")),
            row(QStringLiteral("a3"), QStringLiteral("Colin"), QStringLiteral("Nice"))};
}

} // namespace addressdesk::rows
