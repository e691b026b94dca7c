#pragma once

#include "models/domain/History.h"
#include "models/domain/SchemaMapping.h"

#include <QDialog>

class QCheckBox;
class QDialogButtonBox;
class QGridLayout;

namespace addressdesk {

/// Asks before a value that has changed since is overwritten: then, now and would become, with a tick for
/// each field of a save.
class RevertDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `entries` are the changes that can be put back, overridden ones among them; `current` is the address
    /// now.
    RevertDialog(const SchemaMapping &mapping, const QList<HistoryEntry> &entries, const FieldValues &current,
                 QWidget *parent = nullptr);

    /// The ticked changes.
    [[nodiscard]] QList<HistoryEntry> chosen() const;

private:
    [[nodiscard]] QWidget *scrolledValues(const FieldValues &current);
    [[nodiscard]] QString question() const;
    void addHeader(QGridLayout *grid);
    void addEntry(QGridLayout *grid, const HistoryEntry &entry, const FieldValues &current);
    void addValue(QGridLayout *grid, int row, int column, const QString &meaning, const FieldValue &value,
                  bool isStrong);
    void updateButtons();

    const SchemaMapping m_mapping;
    const QList<HistoryEntry> m_entries;
    QList<QCheckBox *> m_ticks; ///< As m_entries; empty when there is only one.
    QDialogButtonBox *m_buttons;
};

} // namespace addressdesk
