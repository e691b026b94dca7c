#pragma once

#include "models/storage/AddressReader.h"
#include "models/storage/SqlConnection.h"
#include "tests/support/TestDatabase.h"

namespace addressdesk {

/// A test database with its tables made, ready to be read.
struct ReadingDesk
{
    explicit ReadingDesk(const TestDatabase &database);

    /// Values for all columns of a table, in their order.
    void insert(const QString &table, const QList<FieldValue> &values) const;
    /// Random customers and addresses, some of them without customer: lower-case values with many ties, NULLs
    /// and empty texts.
    QList<AddressRow> fill(int customerCount, int addressCount) const;

    std::unique_ptr<SqlConnection> connection;
    EffectiveSchema schema;
    std::unique_ptr<AddressReader> reader;
};

/// A UUID that names its number.
[[nodiscard]] QString testKey(int number, int kind);
/// What AddressOrder promises, said again in C++.
void sortRows(QList<AddressRow> &rows, const SortOrder &sort);
/// Whether any of the row's texts contains a text.
[[nodiscard]] bool contains(const AddressRow &row, const QString &text);
[[nodiscard]] QStringList idsOf(const QList<AddressRow> &rows);
/// By counting and by key, every page of `limit` rows is the expected stretch; otherwise the test fails.
void comparePages(AddressReader &reader, const AddressQuery &query, const QStringList &expected, int limit);

} // namespace addressdesk
