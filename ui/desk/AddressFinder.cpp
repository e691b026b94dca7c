#include "ui/desk/AddressFinder.h"

#include "models/items/AddressTableModel.h"
#include "models/wording/Sentences.h"
#include "ui/addresses/AddressForm.h"
#include "ui/addresses/AddressGrid.h"
#include "ui/addresses/SearchField.h"
#include "ui/desk/SearchReturn.h"

#include <utility>

namespace addressdesk {

AddressFinder::AddressFinder(const Parts &parts, QObject *parent)
    : QObject(parent), m_parts(parts), m_return(new SearchReturn(parts.search, parts.messages, this))
{
    connectSearch();
    connect(&m_parts.grid, &AddressGrid::rowChosen, this, &AddressFinder::chosenByPerson);
    connect(&m_parts.grid, &AddressGrid::rowChosen, this, &AddressFinder::chosenInList);
    connect(&m_parts.grid, &AddressGrid::steppedOn, this, &AddressFinder::steppedOn);
    const AddressTableModel *model = &m_parts.model;
    connect(model, &AddressTableModel::queryApplied, this, [this] {
        holdForm();
        if (std::exchange(m_areRowsWanted, false))
            goToRows();
    });
    connect(model, &AddressTableModel::busyChanged, this, [this](bool isBusy) {
        if (!isBusy)
            QMetaObject::invokeMethod(this, &AddressFinder::locate, Qt::QueuedConnection);
    });
    connect(model, &AddressTableModel::failed, this, &AddressFinder::giveUp);
}

void AddressFinder::connectSearch()
{
    const SearchField *search = &m_parts.search;
    connect(search, &QLineEdit::textChanged, this, &AddressFinder::holdForm);
    connect(search, &SearchField::searchChanged, this, [this](const QString &text) {
        m_parts.model.setSearch(text);
        holdForm();
        emit chosenByPerson();
    });
    connect(search, &SearchField::settled, this, &AddressFinder::holdForm);
    connect(search, &SearchField::leftDownwards, this, &AddressFinder::goToRows);
    connect(m_return, &SearchReturn::availableChanged, this, &AddressFinder::wayBackChanged);
    connect(m_return, &SearchReturn::goingBack, this, [this](const QString &addressId) {
        m_parts.grid.expectAddress(addressId);
        m_areRowsWanted = true;
    });
}

void AddressFinder::setOpen(bool isOpen)
{
    m_isOpen = isOpen;
}

void AddressFinder::choose(const AddressRow &row)
{
    // The address under the person's hands left the list, deleted or changed by somebody: what they type next
    // must not reach its neighbour. Only a search of their own brings another address into the form while
    // they are in it.
    const AddressForm &form = m_parts.form;
    const bool isUnderHands =
        m_parts.current.row() && !form.isHeld() && form.isAncestorOf(m_parts.grid.window()->focusWidget());
    if (!isUnderHands || row.address.id == m_parts.current.id())
        m_parts.current.show(row);
}

void AddressFinder::show(const AddressRow &row)
{
    emit chosenByPerson();
    m_parts.current.show(row);
    m_wanted = row;
    m_parts.model.reload();
    if (!m_parts.model.isBusy())
        locate();
}

void AddressFinder::showField(const AddressRow &row, const QString &fieldId)
{
    emit chosenByPerson();
    m_parts.current.show(row);
    m_parts.grid.chooseColumn(fieldId);
    if (m_parts.grid.chooseAddress(row.address.id))
        return;
    m_wanted = row;
    locate();
    m_areRowsWanted = false;
}

void AddressFinder::locate()
{
    const std::optional<AddressRow> row = std::exchange(m_wanted, std::nullopt);
    if (!row || !m_isOpen)
        return;
    if (m_parts.grid.chooseAddress(row->address.id)) {
        m_parts.grid.focusCurrent();
        return;
    }
    m_parts.grid.expectAddress(row->address.id);
    m_areRowsWanted = true;
    m_return->leaveFor(wording::searchFor(row->customer), m_parts.grid.currentAddressId());
}

void AddressFinder::goToRows()
{
    const bool isKnown = m_parts.model.isQueryApplied() || !m_parts.model.isBusy();
    if (isKnown && m_parts.model.rowCount() > 0) // Else the search goes on being typed.
        m_parts.grid.focusCurrent();
    else if (!isKnown)
        m_areRowsWanted = true;
}

void AddressFinder::goBack()
{
    m_return->goBack();
}

void AddressFinder::giveUp()
{
    holdForm();
    m_areRowsWanted = false;
}

/// Keys meant for the results of a search wait until these are there.
void AddressFinder::holdForm()
{
    const bool isOnItsWay =
        m_parts.search.isPending() || (!m_parts.model.isQueryApplied() && m_parts.model.isBusy());
    m_parts.form.setHeld(m_isOpen && isOnItsWay);
}

} // namespace addressdesk
