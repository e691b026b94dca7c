#pragma once

#include "models/domain/History.h"
#include "models/domain/SchemaMapping.h"

#include <QDateTime>
#include <QVariant>

namespace addressdesk {

class HistoryMails;
struct HistoryMailLine;

/// What a HistoryModel's rows say in each of its roles. Made for one answer: it only refers to what the model
/// has.
class HistoryCells final
{
public:
    HistoryCells(const SchemaMapping &mapping, const History &history, const HistoryMails &mails,
                 QDateTime now);

    /// The address as it is, or only the one field where `fieldId` is given.
    [[nodiscard]] QVariant current(int role, const QString &fieldId) const;
    /// The event at a position among the history's entries.
    [[nodiscard]] QVariant event(qsizetype position, int role) const;

private:
    [[nodiscard]] QVariant value(const Event &event, int role) const;
    [[nodiscard]] QVariant verdict(const HistoryEntry &entry, int role) const;
    [[nodiscard]] QVariant save(qsizetype position, int role) const;
    [[nodiscard]] QList<HistoryMailLine> mailLines(qsizetype position) const;
    [[nodiscard]] bool sharesSave(qsizetype position, qsizetype other) const;

    const SchemaMapping &m_mapping;
    const History &m_history;
    const HistoryMails &m_mails;
    QDateTime m_now;
};

} // namespace addressdesk
