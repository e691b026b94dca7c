#pragma once

#include "models/domain/DeskSession.h"

#include <QPointer>

namespace addressdesk {

/// The address that the window is about: kept up to date while the session changes it, wherever the grid has
/// gone meanwhile. Lives on the GUI thread.
class CurrentAddress final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Forgets the address; the session may be nullptr.
    void setSession(DeskSession *session);
    void show(const AddressRow &row);
    void clear();
    /// Reads the address again.
    void refresh();
    /// The values that a save left behind.
    void applyValues(const QString &addressId, const FieldValues &values);

    [[nodiscard]] const std::optional<AddressRow> &row() const { return m_row; }
    /// Empty when there is none.
    [[nodiscard]] QString id() const { return m_row ? m_row->address.id : QString(); }

signals:
    /// Another address, or none.
    void switched();
    /// The same address has other values.
    void refreshed();
    /// The address has been deleted; it is still shown.
    void vanished(const QString &addressId);

private:
    void readChanged(const QStringList &addressIds);

    QPointer<DeskSession> m_session;
    std::optional<AddressRow> m_row;
};

} // namespace addressdesk
