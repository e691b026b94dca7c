#pragma once

#include "models/domain/DeskSession.h"

#include <QPointer>

namespace addressdesk {

class AddressGrid;
class AddressLifecycle;
class AddressTableModel;
class CurrentAddress;
class MessageBar;
class SaveController;
class StagedEdits;
struct ValueProblem;

/// Tells what is the matter with the addresses that are shown: one has been deleted, the list cannot be read,
/// a value is refused. Each message goes when that is over.
class AddressNews final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        AddressTableModel &model;
        const StagedEdits &edits;
        CurrentAddress &current;
        AddressGrid &grid;
        SaveController &saving;
        AddressLifecycle &lifecycle;
        MessageBar &messages;
    };
    AddressNews(const Parts &parts, QObject *parent = nullptr);

    /// nullptr: no database is open.
    void setSession(DeskSession *session);
    void tellReadingFailed(const Error &error);

private:
    void followReading();
    void followValues();
    void tellRefused(const QString &fieldId, const ValueProblem &problem);
    void tellVanished(const QString &addressId);
    void takeDisappeared(const QString &addressId);

    Parts m_parts;
    QPointer<DeskSession> m_session;
};

} // namespace addressdesk
