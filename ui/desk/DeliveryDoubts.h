#pragma once

#include "models/items/AddressTableModel.h"
#include "models/items/CurrentAddress.h"
#include "models/items/StagedEdits.h"

#include <QHash>

namespace addressdesk {

class SaveBar;

/// Says in the bar of unsaved edits when addresses, saved like this, would lack what mail needs to arrive.
/// They can be saved all the same.
class DeliveryDoubts final : public QObject
{
    Q_OBJECT

public:
    DeliveryDoubts(StagedEdits &edits, const AddressTableModel &model, CurrentAddress &current, SaveBar &bar,
                   QObject *parent = nullptr);

    void setMapping(const SchemaMapping &mapping);
    /// The address is saved as it is.
    void noteSaved(const QString &addressId);
    /// What the addresses lack that have been saved since it was asked last; empty when nothing.
    [[nodiscard]] QString takeSaved();

private:
    void review(const QString &addressId);
    void tell();
    [[nodiscard]] QString sentence(const QHash<QString, QStringList> &missing) const;
    [[nodiscard]] QStringList missing(const QString &addressId) const;

    StagedEdits &m_edits;
    const AddressTableModel &m_model;
    CurrentAddress &m_current;
    SaveBar &m_bar;
    SchemaMapping m_mapping = SchemaMapping::native();
    QHash<QString, QStringList> m_missing; ///< Fields by address, only where there are some.
    QHash<QString, QStringList> m_saved;   ///< The same, of what has been saved like that.
};

} // namespace addressdesk
