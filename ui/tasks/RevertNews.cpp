#include "ui/tasks/RevertNews.h"

#include "models/wording/CustomerSentences.h"
#include "ui/messages/MessageBar.h"

#include <algorithm>

namespace addressdesk {

namespace {

const QString topic = QStringLiteral("customerReverts");

/// A transaction that took its numbers early may be committed late: a look begins so far before the last
/// event seen.
constexpr qint64 overlap = 100;

} // namespace

RevertNews::RevertNews(MessageBar &messages, QObject *parent)
    : QObject(parent), m_messages(messages), m_turn([this] { read(); })
{
}

void RevertNews::setSession(DeskSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_turn.forget();
    m_told.clear();
    m_known.clear();
    m_start = -1;
    m_last = 0;
    m_messages.dismiss(topic);
    if (!session)
        return;
    connect(session, &DeskSession::addressesChanged, this, &RevertNews::look);
    look();
}

void RevertNews::look()
{
    if (m_session)
        m_turn.ask();
}

void RevertNews::read()
{
    const bool isFirst = m_start < 0;
    m_session->office().fetchCustomerReverts(
        std::max(m_start, m_last - overlap), isFirst ? 0 : limit, this,
        m_turn.answer<CustomerReverts>([this](const Result<CustomerReverts> &found) {
            if (found)
                receive(*found);
        }));
}

void RevertNews::receive(const CustomerReverts &found)
{
    if (m_start < 0)
        m_start = found.lastSequenceNum;
    m_last = std::max(m_last, found.lastSequenceNum);
    QList<CustomerRevert> news;
    for (const CustomerRevert &revert : found.reverts) {
        if (m_known.contains(revert.event.sequenceNum))
            continue;
        m_known.insert(revert.event.sequenceNum);
        news.append(revert);
    }
    m_known.removeIf([end = m_last - 2 * overlap](qint64 sequenceNum) { return sequenceNum < end; });
    if (news.isEmpty())
        return;
    // A message that was closed has been read.
    if (!m_messages.contains(topic))
        m_told.clear();
    m_told = news + m_told;
    tell();
}

void RevertNews::tell()
{
    m_messages.tell({topic,
                     Message::Kind::Information,
                     wording::customersPutBack(m_session->mapping(), m_told),
                     {{tr("&Show"),
                       [this] {
                           showNext();
                       }}},
                     {}});
}

/// The newest address; what is told of others stays.
void RevertNews::showNext()
{
    if (m_told.isEmpty() || !m_session)
        return;
    const QString addressId = m_told.constFirst().event.streamId;
    const qint64 sequenceNum = m_told.constFirst().event.sequenceNum;
    m_told.removeIf([&addressId](const CustomerRevert &told) { return told.event.streamId == addressId; });
    if (!m_told.isEmpty())
        tell();
    emit changeRequested(addressId, sequenceNum);
    emit addressRequested(addressId);
}

} // namespace addressdesk
