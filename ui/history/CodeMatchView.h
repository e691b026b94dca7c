#pragma once

#include "models/domain/CodeMatch.h"
#include "models/domain/SchemaMapping.h"

#include <QWidget>

class QCheckBox;
class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace addressdesk {

class EnvelopeView;

/// What a revert code stands for: whose address, which change, and the other changes of its save with a tick
/// each.
class CodeMatchView final : public QWidget
{
    Q_OBJECT

public:
    CodeMatchView(const SchemaMapping &mapping, const CodeMatch &match, QWidget *parent = nullptr);

    /// The ticked changes that can be put back, in the order in which they were made.
    [[nodiscard]] QList<HistoryEntry> chosen() const;
    /// The change that the code was made for.
    [[nodiscard]] const HistoryEntry &own() const { return m_entries.at(m_own); }
    /// Where own() stands, for scrolling to it.
    [[nodiscard]] QWidget *ownPlace() const { return m_ownPlace; }
    [[nodiscard]] bool isOwn(const HistoryEntry &entry) const;
    /// Why own() cannot be put back by the code, as sentences; empty when it can.
    [[nodiscard]] QString whyNot() const;
    /// Nothing can be chosen any more: it is done.
    void freeze();
    /// Whose address it is, as it is now; deleted ones have no values.
    void showAddress(const AddressRow &row);

signals:
    void chosenChanged();

private:
    void addCustomer(QVBoxLayout *layout);
    void addSave(QVBoxLayout *layout);
    void addEntry(QGridLayout *grid, const HistoryEntry &entry);
    void addTickAll(QVBoxLayout *layout);

    const SchemaMapping m_mapping;
    QList<HistoryEntry> m_entries; ///< As they were made; never empty.
    qsizetype m_own = 0;
    QLabel *m_customer = nullptr;
    EnvelopeView *m_envelope = nullptr;
    QWidget *m_ownPlace = nullptr;
    QList<QCheckBox *> m_ticks; ///< As m_entries; empty when there is only one.
};

} // namespace addressdesk
