#include "ui/history/HistoryReverter.h"

namespace addressdesk {

void HistoryReverter::setSession(DeskSession *session)
{
    m_session = session;
    m_latest.forget();
    setBusy(false);
}

void HistoryReverter::revert(const RevertRequest &request)
{
    if (!m_session || m_isBusy)
        return;
    setBusy(true);
    m_session->revert(request, this,
                      m_latest.answer<RevertOutcome>([this](const Result<RevertOutcome> &result) {
                          setBusy(false);
                          if (!result)
                              emit failed(result.error());
                          else if (result->isReverted)
                              emit reverted(*result);
                          else
                              emit refused(*result);
                      }));
}

RevertRequest HistoryReverter::ofEvent(qint64 sequenceNum, bool overridesLaterChanges)
{
    RevertRequest request;
    request.target = RevertRequest::Target::Event;
    request.sequenceNum = sequenceNum;
    request.overrideLaterChanges = overridesLaterChanges;
    return request;
}

RevertRequest HistoryReverter::ofSave(const QString &changeId, const QStringList &onlyFields,
                                      bool overridesLaterChanges)
{
    RevertRequest request;
    request.target = RevertRequest::Target::Save;
    request.text = changeId;
    request.onlyFields = onlyFields;
    request.overrideLaterChanges = overridesLaterChanges;
    return request;
}

void HistoryReverter::setBusy(bool isBusy)
{
    if (m_isBusy == isBusy)
        return;
    m_isBusy = isBusy;
    emit busyChanged(isBusy);
}

} // namespace addressdesk
