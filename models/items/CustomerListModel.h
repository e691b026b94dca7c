#pragma once

#include "models/domain/DeskSession.h"
#include "models/items/LatestAnswer.h"

#include <QAbstractListModel>
#include <QPointer>

namespace addressdesk {

/// The customers whose name or e-mail matches what is typed. Lives on the GUI thread.
class CustomerListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { SortRole = Qt::UserRole + 1, EmailRole };
    static constexpr int limit = 50;

    explicit CustomerListModel(QObject *parent = nullptr);

    /// Session may be nullptr; the list is empty until setSearch().
    void setSession(DeskSession *session);
    /// Cancels the search before it.
    void setSearch(const QString &search);
    /// What was asked for last, and is shown from loaded() on.
    [[nodiscard]] QString search() const { return m_search; }
    [[nodiscard]] std::optional<Customer> customer(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

signals:
    void loaded();
    void failed(const addressdesk::Error &error);

private:
    QPointer<DeskSession> m_session;
    QList<Customer> m_customers;
    DeskSession::RequestId m_request = 0;
    QString m_search;
    LatestAnswer m_latest;
};

} // namespace addressdesk
