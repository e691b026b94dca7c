#pragma once

#include "models/domain/DeskSession.h"
#include "models/items/ReadTurn.h"

#include <QAbstractTableModel>
#include <QPointer>

namespace addressdesk {

/// What customers asked for and only an operator can decide, oldest first. Lives on the GUI thread.
class OfficeTasksModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        CustomerColumn,
        AddressColumn,
        FieldColumn,
        ThenColumn,
        NowColumn,
        BecomesColumn,
        AskedColumn,
        ColumnCount
    };
    enum Role {
        SortRole = Qt::UserRole + 1, ///< Raw: texts, and the time in ISO 8601.
        TaskIdRole                   ///< qint64
    };
    static constexpr int limit = 200;

    explicit OfficeTasksModel(QObject *parent = nullptr);

    void setSession(DeskSession *session);
    /// Tasks that stay keep their rows.
    void reload();

    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    /// There may be more than are shown.
    [[nodiscard]] bool isCut() const { return m_tasks.size() >= limit; }
    /// nullptr for a row that does not exist.
    [[nodiscard]] const OfficeTask *task(int row) const;
    /// -1 when the task is not in the list.
    [[nodiscard]] int rowOf(qint64 taskId) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void loaded();
    void failed(const addressdesk::Error &error);

private:
    void read();
    void replaceWith(const QList<OfficeTask> &tasks);
    [[nodiscard]] QString text(const OfficeTask &task, int column) const;
    [[nodiscard]] QString toolTip(const OfficeTask &task, int column) const;

    QPointer<DeskSession> m_session;
    QList<OfficeTask> m_tasks;
    bool m_isLoaded = false;
    ReadTurn m_turn; ///< Mails may go out faster than tasks are read.
};

} // namespace addressdesk
