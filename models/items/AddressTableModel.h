#pragma once

#include "models/domain/DeskSession.h"
#include "models/items/AddressCells.h"
#include "models/items/AddressFetcher.h"
#include "models/items/AddressPageCache.h"
#include "models/items/StagedEdits.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace addressdesk {

/// The addresses of a session as a table: customer, e-mail, then the mapping's fields. Rows are read page by
/// page when they are looked at and forgotten again, so neither time nor memory depends on the table's size.
/// Staged edits lie over the stored values.
///
/// A new query keeps the old rows until its first page is there; the full number of rows follows. Changes by
/// others appear in place. Lives on the GUI thread; talks to the session only.
class AddressTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { CustomerColumn, EmailColumn, FirstFieldColumn };
    enum Role {
        SortRole = Qt::UserRole + 1, ///< The raw text that the cell shows.
        AddressIdRole,
        FieldIdRole,     ///< Of the column; empty for customer and e-mail.
        IsEditedRole,    ///< The field has a staged edit.
        BaseValueRole,   ///< What the edit replaces; equals StoredValueRole without an edit.
        StoredValueRole, ///< What the database holds as far as known.
        IsOvertakenRole, ///< Edited, and a colleague has changed it meanwhile.
        IsRefusedRole,   ///< Edited, and what was typed cannot be saved.
        IsLoadingRole    ///< The row is not here yet.
    };

    explicit AddressTableModel(StagedEdits &edits, QObject *parent = nullptr);

    /// Shows another database, or none (nullptr), with the present query.
    void setSession(DeskSession *session);
    void setQuery(const AddressQuery &query);
    void setSearch(const QString &search);
    [[nodiscard]] const AddressQuery &query() const { return m_query; }
    /// The present query's first page has arrived.
    [[nodiscard]] bool isQueryApplied() const { return m_isQueryApplied; }
    [[nodiscard]] bool isBusy() const { return m_fetcher.isBusy(); }

    /// Reads what is shown again, in place.
    void reload();
    /// A person begins to type in a cell: what they see now is the base of their edit, and until endTyping()
    /// rows neither move nor go. Values around it still change.
    void beginTyping(const QModelIndex &index);
    void endTyping();
    /// Stages what is being typed in the cell of beginTyping(), also when it cannot be saved.
    void keepTyped(const QString &text);
    /// The values that a save left behind, known before the table is read again.
    void applyValues(const QString &addressId, const FieldValues &values);

    /// The row as it is stored, when it is loaded.
    [[nodiscard]] std::optional<AddressRow> addressAt(int row) const;
    /// Row of a loaded address, or −1.
    [[nodiscard]] int rowOf(const QString &addressId) const;
    /// "customer", "email" or a field id; and back (−1 when unknown).
    [[nodiscard]] QString columnId(int column) const { return m_cells.columnId(column); }
    [[nodiscard]] int columnOf(const QString &columnId) const { return m_cells.columnOf(columnId); }
    [[nodiscard]] QString columnTitle(int column) const { return m_cells.columnTitle(column); }
    [[nodiscard]] FieldKind columnKind(int column) const { return m_cells.columnKind(column); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    void sort(int column, Qt::SortOrder order) override;

signals:
    /// Other rows take the place of all: what is being typed has to be kept now.
    void aboutToShowOthers();
    void queryApplied();
    /// `isFinal` is false while only the first page is known.
    void countChanged(qint64 count, bool isFinal);
    void busyChanged(bool isBusy);
    void failed(const addressdesk::Error &error);
    void valueRefused(const QString &addressId, const QString &fieldId,
                      const addressdesk::ValueProblem &problem);
    /// Rows are about to change places: a view lets go of large selections.
    void aboutToRearrange();

private:
    void start();
    void resetTo(const AddressPage &page);
    void takePage(int pageIndex, const AddressPage &page);
    void rearrange(int pageIndex, const AddressPage &page);
    void takeCount(qint64 count);
    void setRowCount(int count);
    void checkEnd(int pageIndex, const AddressPage &page);
    void takeAddress(const AddressRow &row);
    void structureChanged();
    void rereadShown();
    void readChanged(const QStringList &addressIds);
    void cellChanged(const QString &addressId, const QString &fieldId);

    [[nodiscard]] const AddressRow *wantedRow(int row) const;

    StagedEdits &m_edits;
    QPointer<DeskSession> m_session;
    SchemaMapping m_mapping;
    AddressCells m_cells;
    AddressQuery m_query;
    mutable AddressPageCache m_pages;
    mutable AddressFetcher m_fetcher;
    QTimer m_recountPause;
    int m_rowCount = 0;
    std::optional<qint64> m_earlyCount; ///< Came before the first page.
    bool m_isCountKnown = false;
    bool m_isQueryApplied = false;
    /// The cell that is being typed in.
    struct Typing
    {
        QString addressId;
        QString fieldId;
        FieldValue base;
    };
    std::optional<Typing> m_typing;
    bool m_isRereadDue = false;
};

} // namespace addressdesk
