#include "ui/desk/DeliveryDoubts.h"

#include "models/items/FieldsMissingAfterEdits.h"
#include "models/items/KnownAddress.h"
#include "models/wording/DeliveryWording.h"
#include "models/wording/Sentences.h"
#include "ui/addresses/SaveBar.h"

#include <utility>

namespace addressdesk {

DeliveryDoubts::DeliveryDoubts(StagedEdits &edits, const AddressTableModel &model, CurrentAddress &current,
                               SaveBar &bar, QObject *parent)
    : QObject(parent), m_edits(edits), m_model(model), m_current(current), m_bar(bar)
{
    connect(&m_edits, &StagedEdits::fieldChanged, this, &DeliveryDoubts::review);
    connect(&m_current, &CurrentAddress::switched, this, [this] { review(m_current.id()); });
    connect(&m_current, &CurrentAddress::refreshed, this, [this] { review(m_current.id()); });
}

void DeliveryDoubts::setMapping(const SchemaMapping &mapping)
{
    m_mapping = mapping;
    m_missing.clear();
    m_saved.clear();
    tell();
}

void DeliveryDoubts::review(const QString &addressId)
{
    const QStringList now = missing(addressId);
    if (now == m_missing.value(addressId))
        return;
    if (now.isEmpty())
        m_missing.remove(addressId);
    else
        m_missing.insert(addressId, now);
    tell();
}

QStringList DeliveryDoubts::missing(const QString &addressId) const
{
    const StagedFields staged = m_edits.fields(addressId);
    const std::optional<AddressRow> row = knownAddress(m_current, m_model, addressId);
    QStringList fields =
        fieldsMissingAfterEdits(m_mapping, row ? row->address.values : FieldValues(), staged);
    if (!row) // Edits of last time, not looked at yet: only what they empty themselves is known.
        fields.removeIf([&staged](const QString &fieldId) { return !staged.contains(fieldId); });
    return fields;
}

void DeliveryDoubts::noteSaved(const QString &addressId)
{
    if (const QStringList fields = m_missing.value(addressId); !fields.isEmpty())
        m_saved.insert(addressId, fields);
}

QString DeliveryDoubts::takeSaved()
{
    return sentence(std::exchange(m_saved, {}));
}

void DeliveryDoubts::tell()
{
    m_bar.setWarning(sentence(m_missing));
}

QString DeliveryDoubts::sentence(const QHash<QString, QStringList> &missing) const
{
    if (missing.isEmpty())
        return {};
    if (missing.size() > 1)
        return tr("Several changed addresses lack what mail needs to arrive.");
    QStringList titles;
    for (const QString &fieldId : *missing.cbegin())
        titles.append(wording::fieldTitle(m_mapping, fieldId));
    return wording::missingFields(titles);
}

} // namespace addressdesk
