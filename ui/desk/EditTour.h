#pragma once

#include "models/domain/DeskSession.h"
#include "models/items/StagedEdits.h"

#include <QPointer>

#include <utility>

namespace addressdesk {

class AddressFinder;
class AddressGrid;
class CurrentAddress;
class SideDocks;

/// Leads a person to their unsaved edits: one after the other and round again, also those that a search
/// hides, and to what a step of undo has changed.
class EditTour final : public QObject
{
    Q_OBJECT

public:
    EditTour(const StagedEdits &edits, const CurrentAddress &current, AddressFinder &finder,
             AddressGrid &grid, SideDocks &docks, QObject *parent = nullptr);

    void setSession(DeskSession *session) { m_session = session; }
    void showNext();
    /// Brings an edited field before the person's eyes, wherever its address stands.
    void showField(const QString &addressId, const QString &fieldId);
    /// What was undone or redone.
    void showStep(const QString &addressId);

signals:
    /// The next edit is being shown.
    void wentOn();
    /// The address of an edit has been deleted.
    void missed(const QString &addressId);
    /// The address of an edit cannot be read.
    void failed(const addressdesk::Error &error);

private:
    using Stop = std::pair<QString, QString>; ///< Address and field.

    [[nodiscard]] QList<Stop> stops() const;

    const StagedEdits &m_edits;
    const CurrentAddress &m_current;
    AddressFinder &m_finder;
    AddressGrid &m_grid;
    SideDocks &m_docks;
    QPointer<DeskSession> m_session;
    Stop m_shown;
};

} // namespace addressdesk
