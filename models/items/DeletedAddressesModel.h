#pragma once

#include "models/domain/DeskSession.h"
#include "models/items/LatestAnswer.h"

#include <QAbstractTableModel>
#include <QPointer>

namespace addressdesk {

/// The deleted addresses of a session that match a search, newest deletion first. Lives on the GUI thread.
class DeletedAddressesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { CustomerColumn, AddressColumn, DeletedColumn, ActorColumn, ColumnCount };
    enum Role {
        SortRole = Qt::UserRole + 1, ///< Raw: names, and the time in ISO 8601.
        AddressIdRole
    };
    static constexpr int limit = 200;

    explicit DeletedAddressesModel(QObject *parent = nullptr);

    void setSession(DeskSession *session);
    void setSearch(const QString &search);
    void reload();

    /// There may be more than are shown.
    [[nodiscard]] bool isCut() const { return m_rows.size() >= limit; }
    [[nodiscard]] QString addressId(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    /// The list is as the search asks.
    void loaded();
    void failed(const addressdesk::Error &error);

private:
    [[nodiscard]] QString text(const DeletedAddress &row, int column) const;
    [[nodiscard]] QString oneLine(const FieldValues &values) const;

    QPointer<DeskSession> m_session;
    QString m_search;
    QList<DeletedAddress> m_rows;
    DeskSession::RequestId m_request = 0;
    LatestAnswer m_latest;
};

} // namespace addressdesk
