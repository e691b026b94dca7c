#pragma once

#include "models/domain/SchemaMapping.h"
#include "models/items/CurrentAddress.h"
#include "models/items/StagedEdits.h"

namespace addressdesk {

class MessageBar;

/// Tells of texts that were typed, are kept and cannot be saved, when a person leaves them behind or they
/// stand in the way of saving. The message goes when the text is mended, taken back or shown again.
class RefusedTexts final : public QObject
{
    Q_OBJECT

public:
    RefusedTexts(StagedEdits &edits, CurrentAddress &current, MessageBar &messages,
                 QObject *parent = nullptr);

    void setMapping(const SchemaMapping &mapping) { m_mapping = mapping; }
    /// Tells of the first such text; false when there is none.
    bool tellFirst();

signals:
    /// The person wants to see the address and the field.
    void showRequested(const QString &addressId, const QString &fieldId);

private:
    void follow();
    void review(const QString &addressId, const QString &fieldId);
    void tell(const StagedEdits::RefusedField &refused);
    void dismiss();

    StagedEdits &m_edits;
    CurrentAddress &m_current;
    MessageBar &m_messages;
    SchemaMapping m_mapping;
    QString m_shownId;
    std::optional<StagedEdits::RefusedField> m_told;
};

} // namespace addressdesk
