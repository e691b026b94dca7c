#include "models/items/CurrentAddress.h"

namespace addressdesk {

void CurrentAddress::setSession(DeskSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    if (session) {
        connect(session, &DeskSession::addressesChanged, this, &CurrentAddress::readChanged);
        connect(session, &DeskSession::connectionRestored, this, &CurrentAddress::refresh);
    }
    clear();
}

void CurrentAddress::show(const AddressRow &row)
{
    const bool isSame = row.address.id == id();
    if (isSame && m_row == row)
        return;
    m_row = row;
    if (isSame)
        emit refreshed();
    else
        emit switched();
}

void CurrentAddress::clear()
{
    if (!m_row)
        return;
    m_row.reset();
    emit switched();
}

void CurrentAddress::applyValues(const QString &addressId, const FieldValues &values)
{
    if (addressId != id())
        return;
    AddressRow row = *m_row;
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        row.address.values.insert(it.key(), it.value());
    show(row);
}

void CurrentAddress::readChanged(const QStringList &addressIds)
{
    if (m_row && (addressIds.isEmpty() || addressIds.contains(id())))
        refresh();
}

void CurrentAddress::refresh()
{
    if (!m_session || !m_row)
        return;
    m_session->fetchAddress(id(), this, [this, asked = id()](const Result<AddressRow> &row) {
        if (asked != id())
            return;
        if (row)
            show(*row);
        else if (row.error().code == ErrorCode::NotFound)
            emit vanished(asked);
    });
}

} // namespace addressdesk
