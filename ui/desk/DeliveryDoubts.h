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

private:
    void review(const QString &addressId);
    void tell();
    [[nodiscard]] QStringList missing(const QString &addressId) const;

    StagedEdits &m_edits;
    const AddressTableModel &m_model;
    CurrentAddress &m_current;
    SaveBar &m_bar;
    SchemaMapping m_mapping = SchemaMapping::native();
    QHash<QString, QStringList> m_missing; ///< Fields by address, only where there are some.
};

} // namespace addressdesk
