#pragma once

#include "models/items/CurrentAddress.h"

#include <optional>

namespace addressdesk {

class AddressForm;
class AddressGrid;
class AddressTableModel;
class MessageBar;
class SearchField;
class SearchReturn;

/// Brings addresses before a person's eyes: those that they search for, and one that something else leads to,
/// where it stands in the list or else by a search for it. Keys wait for results that are on their way.
class AddressFinder final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        AddressTableModel &model;
        CurrentAddress &current;
        SearchField &search;
        AddressGrid &grid;
        AddressForm &form;
        MessageBar &messages;
    };
    AddressFinder(const Parts &parts, QObject *parent = nullptr);

    /// Searches are for an open database.
    void setOpen(bool isOpen);
    /// Chosen in the list, by a person or because another one left it.
    void choose(const AddressRow &row);
    /// An address that may be new: shows it at once, and chooses it in the list when that has been read anew.
    void show(const AddressRow &row);
    /// Shows an address and chooses a field of it; the focus stays where it is.
    void showField(const AddressRow &row, const QString &fieldId);
    /// Into the rows, or, while they are being read, as soon as they are there.
    void goToRows();
    /// Back to the search that was left to show an address.
    void goBack();
    /// What was asked for cannot be read.
    void giveUp();

signals:
    /// A person has gone to an address, by the list or by a search, or where something of theirs led them.
    void chosenByPerson();
    /// To the one that is shown now, in the list; chosenByPerson() was emitted before.
    void chosenInList();
    /// Return in the list has led to another address.
    void steppedOn();
    void wayBackChanged(bool isAvailable);

private:
    void connectSearch();
    void locate();
    void holdForm();

    Parts m_parts;
    SearchReturn *m_return;
    std::optional<AddressRow> m_wanted; ///< To be chosen in the list once it is read.
    bool m_areRowsWanted = false;       ///< The focus goes there once they are there.
    bool m_isOpen = false;
};

} // namespace addressdesk
