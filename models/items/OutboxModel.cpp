#include "models/items/OutboxModel.h"

#include "models/domain/Instant.h"
#include "models/wording/MailTrouble.h"
#include "models/wording/MailWording.h"
#include "models/wording/Sentences.h"
#include "models/wording/TimeWording.h"

#include <algorithm>
#include <utility>

namespace addressdesk {

namespace {

QList<MailState> statesOf(OutboxModel::Filter filter)
{
    using Filter = OutboxModel::Filter;
    switch (filter) {
    case Filter::All:
        return {};
    case Filter::Waiting:
        return {MailState::Queued, MailState::Sending};
    case Filter::Failed:
        return {MailState::Failed};
    case Filter::Letters:
        return {MailState::NoAddress};
    case Filter::Sent:
        return {MailState::Sent};
    }
    Q_UNREACHABLE();
}

bool isInTrouble(const MailRecord &mail)
{
    return mail.state == MailState::Failed || mail.isWaiting();
}

} // namespace

OutboxModel::OutboxModel(QObject *parent) : QAbstractTableModel(parent) {}

void OutboxModel::setSession(DeskSession *session)
{
    if (m_session)
        m_session->office().disconnect(this);
    m_session = session;
    forget();
    if (!session)
        return;
    connect(&session->office(), &OfficeDesk::officeChanged, this, &OutboxModel::reload);
    reload();
}

void OutboxModel::setFilter(Filter filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    forget();
    reload();
}

void OutboxModel::forget()
{
    beginResetModel();
    m_mails.clear();
    m_isLoaded = false;
    m_isEnd = false;
    m_isBusy = false;
    m_isReloadWanted = false;
    m_latest.forget();
    endResetModel();
}

void OutboxModel::reload()
{
    if (!m_session)
        return;
    if (m_isBusy) {
        m_isReloadWanted = true;
        return;
    }
    // As many as are shown, so that nobody is taken back to the top.
    fetch(0, std::max(pageSize, rowCount()));
}

void OutboxModel::fetch(qint64 beforeId, int limit)
{
    m_isBusy = true;
    const MailQuery query{statesOf(m_filter), beforeId, limit};
    m_session->office().fetchMails(
        query, this,
        m_latest.answer<QList<MailRecord>>([this, query](const Result<QList<MailRecord>> &mails) {
            // Still busy while rows come: views ask for more as soon as they hear of them.
            if (mails && query.beforeId == 0)
                take(*mails);
            else if (mails)
                insert(rowCount(), *mails);
            m_isBusy = false;
            if (mails) {
                m_isEnd = mails->size() < query.limit;
                m_isLoaded = true;
                emit loaded();
            } else {
                m_isEnd = true; // Until the next reload: a view would ask again and again.
                emit failed(mails.error());
            }
            if (std::exchange(m_isReloadWanted, false))
                reload();
        }));
}

/// Both lists are ordered by id, newest first: rows come and go in runs, so that no view is told row by row.
void OutboxModel::take(const QList<MailRecord> &mails)
{
    int row = 0;
    qsizetype next = 0;
    while (row < m_mails.size() || next < mails.size()) {
        const qint64 here = row < m_mails.size() ? m_mails[row].id : 0;
        const qint64 wanted = next < mails.size() ? mails[next].id : 0;
        if (here == wanted) {
            m_mails[row++] = mails[next++];
        } else if (here > wanted) {
            int end = row;
            while (end < m_mails.size() && m_mails[end].id > wanted)
                ++end;
            beginRemoveRows({}, row, end - 1);
            m_mails.remove(row, end - row);
            endRemoveRows();
        } else {
            qsizetype end = next;
            while (end < mails.size() && mails[end].id > here)
                ++end;
            insert(row, mails.mid(next, end - next));
            row += static_cast<int>(end - next);
            next = end;
        }
    }
    if (!m_mails.isEmpty()) // All of them: "5 minutes ago" has become "6 minutes ago".
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void OutboxModel::insert(int row, const QList<MailRecord> &mails)
{
    if (mails.isEmpty())
        return;
    beginInsertRows({}, row, row + static_cast<int>(mails.size()) - 1);
    m_mails = m_mails.mid(0, row) + mails + m_mails.mid(row);
    endInsertRows();
}

bool OutboxModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_session && m_isLoaded && !m_isEnd && !m_isBusy && !m_mails.isEmpty();
}

void OutboxModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        fetch(m_mails.last().id, pageSize);
}

const MailRecord *OutboxModel::mail(int row) const
{
    return row >= 0 && row < m_mails.size() ? &m_mails[row] : nullptr;
}

int OutboxModel::rowOf(qint64 mailId) const
{
    const auto found = std::find_if(m_mails.cbegin(), m_mails.cend(),
                                    [mailId](const MailRecord &mail) { return mail.id == mailId; });
    return found == m_mails.cend() ? -1 : static_cast<int>(found - m_mails.cbegin());
}

int OutboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_mails.size());
}

int OutboxModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant OutboxModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StateColumn:
        return tr("State");
    case CustomerColumn:
        return tr("Customer");
    case RecipientColumn:
        //: A column: the e-mail address that a mail goes to
        return tr("To");
    case WhatColumn:
        //: A column: what a mail tells the customer
        return tr("About");
    case QueuedColumn:
        //: A column: when a mail was queued
        return tr("Queued");
    case TimeColumn:
        //: A column: when a mail was sent, printed or given up, or when it is tried next
        return tr("Done or next try");
    case ProblemColumn:
        //: A column: why a mail could not be sent, in a few words
        return tr("Problem");
    default:
        return {};
    }
}

QVariant OutboxModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const MailRecord &mail = m_mails[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(mail, index.column());
    case Qt::ToolTipRole:
        return toolTip(mail, index.column());
    case Qt::AccessibleTextRole:
        //: A cell for screen readers: %1 column, %2 value
        return tr("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                text(mail, index.column()));
    case MailIdRole:
        return mail.id;
    case StateRole:
        return static_cast<int>(mail.state);
    default:
        return {};
    }
}

QString OutboxModel::text(const MailRecord &mail, int column) const
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    switch (column) {
    case StateColumn:
        return wording::mailState(mail);
    case CustomerColumn:
        return wording::customerName(mail.notice.customer);
    case RecipientColumn:
        return mail.recipient ? *mail.recipient : tr("no e-mail address");
    case WhatColumn: {
        const QString what = wording::mailKind(mail.notice);
        const QString labelField = m_session ? m_session->mapping().labelField() : QString();
        const QString label = shownText(mail.notice.address.value(labelField));
        //: A mail in a list: %1 what happened, %2 the label of the address, for example "Home"
        return label.isEmpty() ? what : tr("%1 (%2)").arg(what, label);
    }
    case QueuedColumn:
        return wording::relativeTime(instantOf(mail.createdAt), now);
    case TimeColumn:
        return wording::mailTime(mail, now);
    case ProblemColumn:
        return isInTrouble(mail) ? wording::mailTrouble(mail) : QString();
    default:
        return {};
    }
}

QString OutboxModel::toolTip(const MailRecord &mail, int column) const
{
    switch (column) {
    case StateColumn:
        return wording::mailStateSentence(mail, QDateTime::currentDateTimeUtc());
    case RecipientColumn:
        return wording::mailAudience(mail.audience);
    case QueuedColumn:
        return wording::exactTime(instantOf(mail.createdAt));
    case TimeColumn: {
        const QDateTime when = instantOf(mail.finishedAt.isEmpty() ? mail.nextAttemptAt : mail.finishedAt);
        return when.isValid() ? wording::exactTime(when) : QString();
    }
    case ProblemColumn: {
        const QString words = wording::mailTroubleWords(mail);
        const QString sentence = isInTrouble(mail) ? wording::mailTroubleSentence(mail) : QString();
        return sentence.isEmpty() || words.isEmpty() ? sentence : sentence + u'\n' + words;
    }
    default:
        return text(mail, column);
    }
}

} // namespace addressdesk
