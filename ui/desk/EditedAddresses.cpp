#include "ui/desk/EditedAddresses.h"

#include "models/items/AddressTableModel.h"
#include "models/items/CurrentAddress.h"
#include "models/items/StagedEdits.h"

namespace addressdesk {

namespace {

/// More are not read for each change of somebody else; saving tells what has become of the others.
constexpr qsizetype maximumReads = 100;

} // namespace

EditedAddresses::EditedAddresses(const StagedEdits &edits, const AddressTableModel &model,
                                 const CurrentAddress &current, QObject *parent)
    : QObject(parent), m_edits(edits), m_model(model), m_current(current)
{
    connect(&m_edits, &StagedEdits::fieldChanged, this, &EditedAddresses::remember);
}

void EditedAddresses::setSession(DeskSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_rows.clear();
    if (session)
        connect(session, &DeskSession::addressesChanged, this, &EditedAddresses::readChanged);
}

std::optional<AddressRow> EditedAddresses::row(const QString &addressId) const
{
    const auto known = m_rows.constFind(addressId);
    return known == m_rows.cend() ? std::nullopt : std::optional(*known);
}

void EditedAddresses::remember(const QString &addressId)
{
    if (!m_edits.contains(addressId)) {
        m_rows.remove(addressId);
        return;
    }
    if (m_rows.contains(addressId))
        return;
    const std::optional<AddressRow> row =
        m_current.id() == addressId ? m_current.row() : m_model.addressAt(m_model.rowOf(addressId));
    if (row)
        m_rows.insert(addressId, *row);
}

void EditedAddresses::readChanged(const QStringList &addressIds)
{
    const QStringList edited = m_edits.addressIds().mid(0, maximumReads);
    for (const QString &addressId : edited) {
        if (!addressIds.isEmpty() && !addressIds.contains(addressId))
            continue;
        m_session->fetchAddress(addressId, this,
                                [this, addressId, session = m_session](const Result<AddressRow> &row) {
                                    if (session == m_session)
                                        take(addressId, row);
                                });
    }
}

void EditedAddresses::take(const QString &addressId, const Result<AddressRow> &row)
{
    if (!m_edits.contains(addressId)) // Saved or discarded meanwhile, or deleted here.
        return;
    if (row) {
        m_rows.insert(addressId, *row);
        emit found(addressId);
    } else if (row.error().code == ErrorCode::NotFound) {
        emit missing(addressId);
    }
}

} // namespace addressdesk
