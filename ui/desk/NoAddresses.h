#pragma once

#include <QObject>
#include <QPointer>

#include <functional>

namespace addressdesk {

class AddressGrid;
class AddressTableModel;
class DeskSession;
class EmptyState;
class SearchField;

/// What stands in the place of the rows when there are none: a search that finds nothing, a database without
/// addresses or even customers, and the way on from there.
class NoAddresses final : public QObject
{
    Q_OBJECT

public:
    NoAddresses(AddressTableModel &model, AddressGrid &grid, SearchField &search, QObject *parent = nullptr);

    /// nullptr: no database is open, and nothing is told.
    void setSession(DeskSession *session);

signals:
    void newAddressRequested();
    void sampleRequested();

private:
    void show();
    void tellNothingFound(const QString &search);
    void tellNoAddresses(const QString &actionText);
    void tellEmptyDatabase(bool hasCustomers);

    AddressTableModel &m_model;
    SearchField &m_search;
    EmptyState *m_state;
    QPointer<DeskSession> m_session;
    std::function<void()> m_wayOn; ///< What the button does.
};

} // namespace addressdesk
