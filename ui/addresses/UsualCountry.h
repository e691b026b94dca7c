#pragma once

#include "models/domain/DeskSession.h"
#include "models/items/LatestAnswer.h"

#include <QObject>
#include <QPointer>

namespace addressdesk {

/// The country that a customer's new address is likely to be in: that of most of their others, or else of
/// most addresses in the database. Looks at the first few only; where the database cannot say, there is none.
class UsualCountry final : public QObject
{
    Q_OBJECT

public:
    explicit UsualCountry(DeskSession &session, QObject *parent = nullptr);

    /// Answers once with found(), unless somebody else is asked about before.
    void ask(const Customer &customer);

signals:
    /// Empty: unknown.
    void found(const QString &country);

private:
    void askAbout(const QString &search, const QString &customerId);
    [[nodiscard]] QString mostUsed(const QList<AddressRow> &rows, const QString &customerId) const;

    QPointer<DeskSession> m_session;
    QString m_fieldId; ///< Empty: addresses have no country.
    LatestAnswer m_latest;
};

} // namespace addressdesk
