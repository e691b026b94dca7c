#pragma once

#include "models/items/HistoryModel.h"

#include <QPointer>

namespace addressdesk {

class HistoryParts;
class HistoryReverter;
class RevertDialog;

/// The change that is chosen in a history, by a person or else the newest that can be set back. Sets it or
/// its save back: asks first where values have changed since, and says it where they cannot be set back.
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
    void choose(int row);
    void chooseOlder();
    void chooseNewer();
    /// Chooses this event of an address, now or when its history is there, and scrolls to it.
    void want(const QString &addressId, qint64 sequenceNum);
    void wantNothing() { m_wantedSequenceNum = 0; }
    /// With the history that comes next its top is shown, where something has just been recorded.
    void wantTop() { m_isTopWanted = true; }
    /// With the history that comes next the newest is chosen.
    void forget() { m_sequenceNum = 0; }
    /// The same for another address.
    void startAnew();
    /// The history has been read: chooses in it what was chosen before.
    void takeHistory();

    /// What setBack() or setSaveBack() would concern; empty when they would only say why they cannot.
    [[nodiscard]] QList<HistoryEntry> meant(bool isWholeSave) const;
    void setBack();
    void setSaveBack();
    /// Another database comes: what is asked now is about this one.
    void giveQuestionUp();

private:
    bool chooseWanted();
    void showTop();
    void showActions();
    void askThenSetBack(const QList<HistoryEntry> &entries, const QString &changeId);

    HistoryModel &m_model;
    HistoryParts &m_parts;
    HistoryReverter &m_reverter;
    QPointer<RevertDialog> m_question;
    qint64 m_sequenceNum = 0; ///< 0: nobody has chosen, or it does not count any more.
    QString m_wantedAddressId;
    qint64 m_wantedSequenceNum = 0; ///< 0: nothing particular.
    int m_rowsShown = 0;            ///< When a change was last chosen.
    bool m_isTopWanted = false;
};

} // namespace addressdesk
