#include "ui/addresses/UsualCountry.h"

#include "models/wording/Sentences.h"

#include <QHash>

namespace addressdesk {

namespace {

constexpr int fewRows = 50;

} // namespace

UsualCountry::UsualCountry(DeskSession &session, QObject *parent)
    : QObject(parent), m_session(&session), m_fieldId(session.mapping().countryField())
{
}

void UsualCountry::ask(const Customer &customer)
{
    m_latest.forget();
    if (!m_fieldId.isEmpty())
        askAbout(wording::searchFor(customer), customer.id);
}

/// An empty id: any customer's addresses.
void UsualCountry::askAbout(const QString &search, const QString &customerId)
{
    if (!m_session)
        return;
    PageRequest request;
    request.query.search = search;
    request.limit = fewRows;
    m_session->fetchPage(request, this,
                         m_latest.answer<AddressPage>([this, customerId](const Result<AddressPage> &page) {
                             const QString country = page ? mostUsed(page->rows, customerId) : QString();
                             if (country.isEmpty() && !customerId.isEmpty())
                                 askAbout({}, {});
                             else
                                 emit found(country);
                         }));
}

QString UsualCountry::mostUsed(const QList<AddressRow> &rows, const QString &customerId) const
{
    QHash<QString, int> counts;
    QString best;
    for (const AddressRow &row : rows) {
        const QString country = shownText(row.address.values.value(m_fieldId));
        if (country.isEmpty() || (!customerId.isEmpty() && row.customer.id != customerId))
            continue;
        if (++counts[country] > counts.value(best))
            best = country;
    }
    return best;
}

} // namespace addressdesk
