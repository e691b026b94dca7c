#include "ui/desk/EditTour.h"

#include "models/items/CurrentAddress.h"
#include "ui/addresses/AddressForm.h"
#include "ui/addresses/AddressGrid.h"
#include "ui/desk/AddressFinder.h"
#include "ui/desk/SideDocks.h"

namespace addressdesk {

EditTour::EditTour(const StagedEdits &edits, const CurrentAddress &current, AddressFinder &finder,
                   AddressGrid &grid, SideDocks &docks, QObject *parent)
    : QObject(parent), m_edits(edits), m_current(current), m_finder(finder), m_grid(grid), m_docks(docks)
{
}

QList<EditTour::Stop> EditTour::stops() const
{
    QList<Stop> found;
    const QStringList addressIds = m_edits.addressIds();
    for (const QString &addressId : addressIds) {
        const StagedFields fields = m_edits.fields(addressId);
        for (const FieldMapping &field : m_session->mapping().fields) {
            if (fields.contains(field.id))
                found.emplaceBack(addressId, field.id);
        }
    }
    return found;
}

void EditTour::showNext()
{
    const QList<Stop> edits = m_session ? stops() : QList<Stop>();
    if (edits.isEmpty())
        return;
    emit wentOn();
    m_shown = edits.at((edits.indexOf(m_shown) + 1) % edits.size());
    showField(m_shown.first, m_shown.second);
}

void EditTour::showField(const QString &addressId, const QString &fieldId)
{
    if (!m_session)
        return;
    m_session->fetchAddress(addressId, this, [this, addressId, fieldId](const Result<AddressRow> &row) {
        if (!row && row.error().code == ErrorCode::NotFound)
            emit missed(addressId);
        else if (!row)
            emit failed(row.error());
        if (!row || !m_session)
            return;
        m_finder.showField(*row, fieldId);
        m_docks.showForm();
        m_docks.form().focusField(fieldId);
    });
}

void EditTour::showStep(const QString &addressId)
{
    const bool isInForm = m_docks.form().isAncestorOf(m_grid.window()->focusWidget());
    if (addressId != m_current.id() && m_grid.chooseAddress(addressId) && isInForm)
        m_grid.focusCurrent();
}

} // namespace addressdesk
