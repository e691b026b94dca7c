#pragma once

#include "models/domain/DeskSession.h"

#include <QHash>
#include <QPointer>

namespace addressdesk {

class AddressTableModel;
class CurrentAddress;
class StagedEdits;

/// The addresses with unsaved edits, wherever the list has gone meanwhile: what was seen of them last, and
/// whether they are still there.
class EditedAddresses final : public QObject
{
    Q_OBJECT

public:
    EditedAddresses(const StagedEdits &edits, const AddressTableModel &model, const CurrentAddress &current,
                    QObject *parent = nullptr);

    /// nullptr: no database is open.
    void setSession(DeskSession *session);
    /// As it was stored; nothing while it has not been seen.
    [[nodiscard]] std::optional<AddressRow> row(const QString &addressId) const;

signals:
    /// Read after a change that somebody, here or elsewhere, has made.
    void found(const QString &addressId);
    void missing(const QString &addressId);

private:
    void remember(const QString &addressId);
    void readChanged(const QStringList &addressIds);
    void take(const QString &addressId, const Result<AddressRow> &row);

    const StagedEdits &m_edits;
    const AddressTableModel &m_model;
    const CurrentAddress &m_current;
    QPointer<DeskSession> m_session;
    QHash<QString, AddressRow> m_rows;
};

} // namespace addressdesk
