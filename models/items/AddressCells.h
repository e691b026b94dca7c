#pragma once

#include "models/domain/Address.h"
#include "models/domain/SchemaMapping.h"
#include "models/items/StagedEdits.h"

#include <QCoreApplication>
#include <QVariant>

namespace addressdesk {

/// What AddressTableModel shows: columns, their titles, and the words of a row's cells with its staged edits.
/// What it reads from has to outlive it.
class AddressCells final
{
    Q_DECLARE_TR_FUNCTIONS(addressdesk::AddressCells)

public:
    AddressCells(const SchemaMapping &mapping, const StagedEdits &edits) : m_mapping(mapping), m_edits(edits)
    {
    }

    [[nodiscard]] int columnCount() const;
    /// "customer", "email" or a field id; and back (−1 when unknown).
    [[nodiscard]] QString columnId(int column) const;
    [[nodiscard]] int columnOf(const QString &columnId) const;
    [[nodiscard]] QString columnTitle(int column) const;
    [[nodiscard]] FieldKind columnKind(int column) const;

    [[nodiscard]] QVariant header(int column, int role) const;
    /// Of a row that is not here yet.
    [[nodiscard]] QVariant loading(int column, int role) const;
    [[nodiscard]] QVariant cell(const AddressRow &row, int column, int role) const;

private:
    [[nodiscard]] QVariant ofColumn(int column, int role) const;
    [[nodiscard]] QVariant ofField(const AddressRow &row, const QString &fieldId, int role) const;
    [[nodiscard]] QString displayText(const AddressRow &row, int column) const;
    [[nodiscard]] QString accessibleText(const AddressRow &row, int column) const;
    [[nodiscard]] QString toolTip(const AddressRow &row, const QString &fieldId) const;
    [[nodiscard]] QString doubt(const AddressRow &row, const QString &fieldId) const;
    [[nodiscard]] FieldValue shownValue(const AddressRow &row, int column) const;

    const SchemaMapping &m_mapping;
    const StagedEdits &m_edits;
};

} // namespace addressdesk
