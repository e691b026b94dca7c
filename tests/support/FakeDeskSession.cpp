#include "tests/support/FakeDeskSession.h"

#include <algorithm>

namespace addressdesk {

namespace {

QString columnText(const AddressRow &row, const QString &column)
{
    if (column == columns::customer)
        return shownText(row.customer.lastName) + u'\t' + shownText(row.customer.firstName);
    if (column == columns::email)
        return shownText(row.customer.email);
    return shownText(row.address.values.value(column));
}

} // namespace

bool FakeDeskSession::matches(const AddressRow &row, const QString &search)
{
    QString all = shownText(row.customer.lastName) + u' ' + shownText(row.customer.firstName) + u' ' +
                  shownText(row.customer.email);
    for (const FieldValue &value : row.address.values)
        all += u' ' + shownText(value);
    const QStringList words = search.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.cbegin(), words.cend(),
                       [&all](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

FakeDeskSession::FakeDeskSession(QObject *parent) : DeskSession(parent)
{
    m_description.url = DatabaseUrl::sqlite(QStringLiteral("/fake/Fake.sqlite"));
    m_description.actor = QStringLiteral("marie");
    m_description.serverVersion = QStringLiteral("Fake 1.0");
    m_description.mapping = SchemaMapping::native();
}

void FakeDeskSession::setRows(QList<AddressRow> rows)
{
    m_rows = std::move(rows);
    for (const AddressRow &row : std::as_const(m_rows))
        m_customers.insert(row.customer.id, row.customer);
}

AddressRow FakeDeskSession::generatedRow(int number)
{
    const QString key = QStringLiteral("%1").arg(number, 8, 10, QLatin1Char('0'));
    AddressRow row;
    row.address.id = QStringLiteral("a") + key;
    row.address.customerId = QStringLiteral("c") + key;
    row.address.values = {{QStringLiteral("label"), QStringLiteral("Home")},
                          {QStringLiteral("streetNumber"), QString::number(number % 97 + 1)},
                          {QStringLiteral("streetName"), QStringLiteral("Rue %1").arg(number % 1000)},
                          {QStringLiteral("zipCode"), QStringLiteral("75002")},
                          {QStringLiteral("city"), QStringLiteral("Paris")},
                          {QStringLiteral("country"), QStringLiteral("France")}};
    row.customer = {row.address.customerId, QStringLiteral("Anna"), QStringLiteral("Name") + key,
                    QStringLiteral("n%1@example.com").arg(key)};
    return row;
}

std::optional<AddressRow> FakeDeskSession::stored(const QString &addressId) const
{
    for (const AddressRow &row : m_rows) {
        if (row.address.id == addressId)
            return row;
    }
    return std::nullopt;
}

AddressRow *FakeDeskSession::find(const QString &addressId)
{
    for (AddressRow &row : m_rows) {
        if (row.address.id == addressId)
            return &row;
    }
    return nullptr;
}

void FakeDeskSession::answerFirstDue(RequestId id)
{
    for (qsizetype i = 0; i < m_waiting.size(); ++i) {
        if (m_waiting[i].id == id) {
            answer(i);
            return;
        }
    }
}

void FakeDeskSession::answer(qsizetype index)
{
    const Waiting waiting = m_waiting.takeAt(index);
    waiting.answer(waiting.error);
}

void FakeDeskSession::answerAll()
{
    while (!m_waiting.isEmpty())
        answer();
}

void FakeDeskSession::cancel(RequestId id)
{
    for (Waiting &waiting : m_waiting) {
        if (waiting.id == id) {
            waiting.error = Error{ErrorCode::Cancelled, {}, {}};
            ++m_cancelledCount;
        }
    }
}

void FakeDeskSession::loseConnection()
{
    emit connectionLost({ErrorCode::ConnectionLost, QStringLiteral("server closed the connection"), {}});
}

void FakeDeskSession::restoreConnection()
{
    emit connectionRestored();
}

QList<AddressRow> FakeDeskSession::matching(const AddressQuery &query) const
{
    QList<AddressRow> rows;
    std::copy_if(m_rows.cbegin(), m_rows.cend(), std::back_inserter(rows),
                 [&query](const AddressRow &row) { return matches(row, query.search); });
    std::sort(rows.begin(), rows.end(),
              [&sort = query.sort](const AddressRow &first, const AddressRow &second) {
                  const QString a = columnText(first, sort.column);
                  const QString b = columnText(second, sort.column);
                  if (a == b)
                      return first.address.id < second.address.id;
                  return sort.direction == Qt::AscendingOrder ? a < b : b < a;
              });
    return rows;
}

AddressPage FakeDeskSession::page(const PageRequest &request) const
{
    AddressPage page;
    page.firstIndex = request.firstIndex;
    if (m_generatedCount > 0) {
        const qint64 end = std::min<qint64>(request.firstIndex + request.limit, m_generatedCount);
        for (qint64 i = request.firstIndex; i < end; ++i)
            page.rows.append(generatedRow(static_cast<int>(i)));
        page.isEnd = end >= m_generatedCount;
    } else {
        const QList<AddressRow> rows = matching(request.query);
        page.rows = rows.mid(request.firstIndex, request.limit);
        page.isEnd = request.firstIndex + request.limit >= rows.size();
    }
    if (!page.rows.isEmpty())
        page.last = {{columnText(page.rows.last(), request.query.sort.column)}, page.rows.last().address.id};
    return page;
}

DeskSession::RequestId FakeDeskSession::fetchPage(const PageRequest &request, QObject *context,
                                                  Handler<AddressPage> handler)
{
    m_pageRequests.append(request);
    return ask<AddressPage>(context, std::move(handler), [this, request] { return page(request); });
}

DeskSession::RequestId FakeDeskSession::countAddresses(const AddressQuery &query, QObject *context,
                                                       Handler<qint64> handler)
{
    ++m_countRequests;
    return ask<qint64>(context, std::move(handler), [this, query]() -> Result<qint64> {
        return m_generatedCount > 0 ? m_generatedCount : matching(query).size();
    });
}

DeskSession::RequestId FakeDeskSession::fetchAddress(const QString &addressId, QObject *context,
                                                     Handler<AddressRow> handler)
{
    return ask<AddressRow>(context, std::move(handler), [this, addressId]() -> Result<AddressRow> {
        const auto row = stored(addressId);
        if (!row)
            return failure(ErrorCode::NotFound);
        return *row;
    });
}

DeskSession::RequestId FakeDeskSession::findCustomers(const QString &search, int limit, QObject *context,
                                                      Handler<QList<Customer>> handler)
{
    return ask<QList<Customer>>(
        context, std::move(handler), [this, search, limit]() -> Result<QList<Customer>> {
            QList<Customer> found;
            for (const Customer &customer : std::as_const(m_customers)) {
                if (matches({{}, customer}, search))
                    found.append(customer);
            }
            std::sort(found.begin(), found.end(),
                      [](const Customer &a, const Customer &b) { return a.lastName < b.lastName; });
            return found.mid(0, limit);
        });
}

} // namespace addressdesk
