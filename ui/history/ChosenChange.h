#pragma once

#include "models/items/HistoryModel.h"

#include <QPointer>

namespace addressdesk {

class HistoryParts;
class HistoryReverter;
class RevertDialog;

/// The change that is chosen in a history, and setting it or its save back: asks first where values have
/// changed since, and says it where they cannot be set back.
class ChosenChange final : public QObject
{
    Q_OBJECT

public:
    /// The references have to outlive it.
    ChosenChange(HistoryModel &model, HistoryParts &parts, HistoryReverter &reverter, QObject *parent);

    /// nullptr when nothing is chosen.
    [[nodiscard]] const HistoryEntry *entry() const;
    /// All changes of its save; none when the history shows one field only.
    [[nodiscard]] QList<HistoryEntry> save() const;
    /// What setBack() or setSaveBack() would concern; empty when they would only say why they cannot.
    [[nodiscard]] QList<HistoryEntry> meant(bool isWholeSave) const;
    void setBack();
    void setSaveBack();
    /// Another database comes: what is asked now is about this one.
    void giveQuestionUp();

private:
    void askThenSetBack(const QList<HistoryEntry> &entries, const QString &changeId);

    HistoryModel &m_model;
    HistoryParts &m_parts;
    HistoryReverter &m_reverter;
    QPointer<RevertDialog> m_question;
};

} // namespace addressdesk
