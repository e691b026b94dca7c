#include "models/items/CustomerListModel.h"

#include "models/wording/Sentences.h"

namespace addressdesk {

CustomerListModel::CustomerListModel(QObject *parent) : QAbstractListModel(parent) {}

void CustomerListModel::setSession(DeskSession *session)
{
    beginResetModel();
    m_session = session;
    m_customers.clear();
    m_request = 0;
    m_latest.forget();
    endResetModel();
}

void CustomerListModel::setSearch(const QString &search)
{
    if (!m_session)
        return;
    if (m_request != 0)
        m_session->cancel(m_request);
    m_search = search;
    m_latest.forget();
    m_request = m_session->findCustomers(
        search, limit, this,
        m_latest.answer<QList<Customer>>([this](const Result<QList<Customer>> &customers) {
            m_request = 0;
            if (!customers) {
                emit failed(customers.error());
                return;
            }
            beginResetModel();
            m_customers = *customers;
            endResetModel();
            emit loaded();
        }));
}

std::optional<Customer> CustomerListModel::customer(int row) const
{
    return row >= 0 && row < m_customers.size() ? std::optional(m_customers[row]) : std::nullopt;
}

int CustomerListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_customers.size());
}

QVariant CustomerListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Customer &customer = m_customers[index.row()];
    const QString name = wording::customerName(customer);
    const QString email = shownText(customer.email);
    switch (role) {
    case Qt::DisplayRole:
    case SortRole:
        return name;
    case EmailRole:
        return email;
    case Qt::AccessibleTextRole:
        //: A customer for screen readers: %1 name, %2 e-mail
        return email.isEmpty() ? name : tr("%1, %2").arg(name, email);
    default:
        return {};
    }
}

} // namespace addressdesk
