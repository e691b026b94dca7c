#pragma once

#include "models/domain/DeskSession.h"
#include "models/items/LatestAnswer.h"

namespace addressdesk {

/// Sends one request to put something back at a time and tells how it ended.
class HistoryReverter final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Answers of an earlier session are not listened to.
    void setSession(DeskSession *session);
    [[nodiscard]] bool isBusy() const { return m_isBusy; }

    /// Does nothing while busy or without a session.
    void revert(const RevertRequest &request);

    [[nodiscard]] static RevertRequest ofEvent(qint64 sequenceNum, bool overridesLaterChanges = false);
    /// `onlyFields` empty: the whole save.
    [[nodiscard]] static RevertRequest ofSave(const QString &changeId, const QStringList &onlyFields = {},
                                              bool overridesLaterChanges = false);

signals:
    void reverted(const addressdesk::RevertOutcome &outcome);
    void refused(const addressdesk::RevertOutcome &outcome);
    void failed(const addressdesk::Error &error);
    void busyChanged(bool isBusy);

private:
    void setBusy(bool isBusy);

    QPointer<DeskSession> m_session;
    LatestAnswer m_latest;
    bool m_isBusy = false;
};

} // namespace addressdesk
