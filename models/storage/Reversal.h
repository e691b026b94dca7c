#pragma once

#include "models/domain/SaveRequest.h"
#include "models/storage/ChangeTransaction.h"

namespace addressdesk {

/// Putting changes back: an event, a whole save, what a token or a code stands for, a deleted address. Each
/// call of revert() and restore() is one attempt in one transaction; the verdict is found there, on the
/// locked row, and binds.
class Reversal final
{
public:
    explicit Reversal(RecorderParts &parts) : m_parts(parts) {}

    /// The events that a request means, oldest first. Errors: NotFound; InvalidArgument for a code that fits
    /// several changes; TooManyAttempts for codes.
    [[nodiscard]] Result<QList<Event>> targets(const RevertRequest &request);

    [[nodiscard]] Result<RevertOutcome> revert(const RevertRequest &request, const QList<Event> &targets,
                                               const SaveLabel &label);
    [[nodiscard]] Result<RevertOutcome> restore(const Event &deletion, const SaveLabel &label);

    /// The refusal that a token's second use means when the database itself refused it.
    [[nodiscard]] Result<RevertOutcome> refusalOfUsedTokens(const QList<Event> &targets);

private:
    /// One address's part of a reversal.
    struct Part
    {
        QString streamId;
        std::optional<AddressRow> row;
        std::optional<StreamHead> head;
        QList<HistoryEntry> wanted; ///< To be put back, newest first.
        QList<HistoryEntry> done;   ///< Nothing to do: the address is already as it was before.
        QList<HistoryEntry> refusals;
        QList<HistoryEntry> expired; ///< Of a link that is too old.
    };

    [[nodiscard]] Result<QList<Part>> judgedParts(const RevertRequest &request, const QList<Event> &targets);
    [[nodiscard]] static std::optional<QList<HistoryEntry>> refusalsOf(const QList<Part> &parts);
    [[nodiscard]] Result<Part> judge(const RevertRequest &request, const QString &streamId,
                                     const QList<Event> &targets);
    [[nodiscard]] Result<QList<Event>> apply(ChangeTransaction &transaction, Part &part, bool isByCustomer);
    /// Leaves the row in `part` as it is now.
    [[nodiscard]] Result<QList<Event>> putFieldsBack(ChangeTransaction &transaction, Part &part,
                                                     ChangeDrafts drafts);
    [[nodiscard]] Result<QList<Event>> deleteAgain(ChangeTransaction &transaction, const Part &part,
                                                   ChangeDrafts drafts);
    [[nodiscard]] Result<QList<Event>> insertAgain(ChangeTransaction &transaction, const Part &part,
                                                   const Event &deletion, const QString &usedDigest,
                                                   ChangeDrafts drafts);
    [[nodiscard]] Result<RevertOutcome> finished(ChangeTransaction &transaction, const QList<Event> &events);

    RecorderParts &m_parts;
};

} // namespace addressdesk
