#include "ui/desk/RefusedTexts.h"

#include "models/wording/Sentences.h"
#include "ui/messages/MessageBar.h"

#include <utility>

namespace addressdesk {

namespace {

const QString topic = QStringLiteral("refused");

} // namespace

RefusedTexts::RefusedTexts(StagedEdits &edits, CurrentAddress &current, MessageBar &messages, QObject *parent)
    : QObject(parent), m_edits(edits), m_current(current), m_messages(messages)
{
    connect(&m_current, &CurrentAddress::switched, this, &RefusedTexts::follow);
    connect(&m_edits, &StagedEdits::fieldChanged, this, &RefusedTexts::review);
}

bool RefusedTexts::tellFirst()
{
    // What is before the person's eyes comes first.
    auto refused = m_edits.firstRefused(m_current.id());
    if (!refused)
        refused = m_edits.firstRefused();
    if (refused)
        tell(*refused);
    return refused.has_value();
}

void RefusedTexts::follow()
{
    const QString leftId = std::exchange(m_shownId, m_current.id());
    if (m_told && m_told->addressId == m_shownId)
        dismiss();
    if (const auto refused = m_edits.firstRefused(leftId))
        tell(*refused);
}

void RefusedTexts::review(const QString &addressId, const QString &fieldId)
{
    if (!m_told || m_told->addressId != addressId || m_told->fieldId != fieldId)
        return;
    const StagedEdits::Edit edit = m_edits.edit(addressId, fieldId);
    if (!edit || !edit->problem)
        dismiss();
}

void RefusedTexts::tell(const StagedEdits::RefusedField &refused)
{
    m_told = refused;
    const QString why = wording::sentence(refused.problem, wording::fieldTitle(m_mapping, refused.fieldId));
    if (refused.addressId == m_current.id()) {
        m_messages.tell({topic, Message::Kind::Problem, why, {}, {}});
        return;
    }
    //: %1 is a sentence that says why
    const QString text = tr("What you typed in another address is kept, but cannot be saved like this. %1");
    const auto show = [this, refused] {
        emit showRequested(refused.addressId, refused.fieldId);
    };
    const auto takeBack = [this, refused] {
        m_edits.takeBack(refused.addressId, refused.fieldId);
    };
    m_messages.tell({topic,
                     Message::Kind::Problem,
                     text.arg(why),
                     {{tr("Sho&w it"), show}, {tr("Discard it"), takeBack}},
                     {}});
}

void RefusedTexts::dismiss()
{
    m_told.reset();
    m_messages.dismiss(topic);
}

} // namespace addressdesk
