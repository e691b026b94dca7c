#include "models/items/StagedEdits.h"

namespace addressdesk {

tl::expected<void, ValueProblem> StagedEdits::edit(const QString &addressId, const QString &fieldId,
                                                   const FieldValue &current, const QString &typed,
                                                   TypingId typing)
{
    const Edit before = edit(addressId, fieldId);
    const FieldValue base = before ? before->base : current;
    // Blanks that were there before are not an edit of whoever only looked.
    if (typed == shownText(before ? before->edited : current))
        return {};
    const auto cleaned = valueRules::clean(typed);
    if (!cleaned)
        return tl::unexpected(cleaned.error());
    const bool isBack = typed == shownText(base) || shownText(*cleaned) == shownText(base);
    step(addressId, fieldId, isBack ? Edit() : Edit(StagedField{base, *cleaned}), typing);
    return {};
}

void StagedEdits::editOrKeep(const QString &addressId, const QString &fieldId, const FieldValue &current,
                             const QString &typed, TypingId typing)
{
    const auto staged = edit(addressId, fieldId, current, typed, typing);
    if (staged)
        return;
    const Edit before = edit(addressId, fieldId);
    step(addressId, fieldId, StagedField{before ? before->base : current, typed, staged.error()}, typing);
}

void StagedEdits::takeBack(const QString &addressId, const QString &fieldId)
{
    step(addressId, fieldId, std::nullopt, 0);
}

void StagedEdits::takeAllBack()
{
    const QStringList addresses = m_order;
    for (const QString &addressId : addresses) {
        const QStringList fieldIds = fields(addressId).keys();
        for (const QString &fieldId : fieldIds)
            takeBack(addressId, fieldId);
    }
}

void StagedEdits::step(const QString &addressId, const QString &fieldId, const Edit &after, TypingId typing)
{
    const Edit before = edit(addressId, fieldId);
    if (before == after)
        return;
    put(addressId, fieldId, after);
    emit stepMade(addressId, fieldId, before, after, typing);
}

void StagedEdits::put(const QString &addressId, const QString &fieldId, const Edit &edit)
{
    if (this->edit(addressId, fieldId) == edit)
        return;
    if (edit) {
        if (!m_edits.contains(addressId))
            m_order.append(addressId);
        m_edits[addressId].insert(fieldId, *edit);
    } else {
        StagedFields &staged = m_edits[addressId];
        staged.remove(fieldId);
        if (staged.isEmpty()) {
            m_edits.remove(addressId);
            m_order.removeOne(addressId);
        }
    }
    emit fieldChanged(addressId, fieldId);
}

void StagedEdits::forget(const QString &addressId)
{
    drop(addressId);
    emit forgotten(addressId);
}

void StagedEdits::drop(const QString &addressId)
{
    const QStringList fieldIds = fields(addressId).keys();
    for (const QString &fieldId : fieldIds)
        put(addressId, fieldId, std::nullopt);
}

void StagedEdits::clear()
{
    const QStringList addresses = m_order;
    for (const QString &addressId : addresses)
        drop(addressId);
}

void StagedEdits::settle(const SaveRequest &request)
{
    for (const FieldEdit &saved : request.edits) {
        const Edit now = edit(request.addressId, saved.field);
        const bool isSaved = !now || now->edited == saved.value;
        put(request.addressId, saved.field,
            isSaved ? Edit() : Edit(StagedField{saved.value, now->edited, now->problem}));
    }
}

void StagedEdits::rebase(const QString &addressId, const QString &fieldId, const FieldValue &theirs)
{
    const Edit now = edit(addressId, fieldId);
    if (!now)
        return;
    put(addressId, fieldId,
        now->edited == theirs ? Edit() : Edit(StagedField{theirs, now->edited, now->problem}));
}

StagedEdits::Edit StagedEdits::edit(const QString &addressId, const QString &fieldId) const
{
    const auto address = m_edits.constFind(addressId);
    if (address == m_edits.cend())
        return std::nullopt;
    const auto field = address->constFind(fieldId);
    return field == address->cend() ? Edit() : Edit(*field);
}

StagedFields StagedEdits::fields(const QString &addressId) const
{
    return m_edits.value(addressId);
}

int StagedEdits::fieldCount() const
{
    qsizetype count = 0;
    for (const StagedFields &fields : m_edits)
        count += fields.size();
    return static_cast<int>(count);
}

std::optional<StagedEdits::RefusedField> StagedEdits::firstRefused() const
{
    for (const QString &addressId : m_order) {
        if (const auto refused = firstRefused(addressId))
            return refused;
    }
    return std::nullopt;
}

std::optional<StagedEdits::RefusedField> StagedEdits::firstRefused(const QString &addressId) const
{
    const StagedFields staged = fields(addressId);
    for (auto it = staged.cbegin(); it != staged.cend(); ++it) {
        if (it->problem)
            return RefusedField{addressId, it.key(), *it->problem};
    }
    return std::nullopt;
}

SaveRequest StagedEdits::saveRequest(const QString &addressId, const FieldValue &reason) const
{
    SaveRequest request{addressId, {}, reason};
    const StagedFields staged = fields(addressId);
    for (auto it = staged.cbegin(); it != staged.cend(); ++it) {
        if (!it->problem)
            request.edits.append({it.key(), it->base, it->edited});
    }
    return request;
}

} // namespace addressdesk
