#pragma once

#include "models/domain/SaveRequest.h"
#include "models/items/StagedField.h"

#include <QHash>
#include <QObject>

namespace addressdesk {

/// The edits that are typed and not saved, by address and field. They know nothing of rows, so they survive
/// sorting, searching, paging and reloading. Lives on the GUI thread.
class StagedEdits final : public QObject
{
    Q_OBJECT

public:
    using Edit = std::optional<StagedField>;
    /// A text that is kept although it cannot be saved.
    struct RefusedField
    {
        QString addressId;
        QString fieldId;
        ValueProblem problem;
    };
    /// Groups what is typed into one field without leaving it; complete() edits stand alone.
    using TypingId = quint32;

    using QObject::QObject;

    /// Stages what a person typed over `current`, which becomes the base unless the field is already edited.
    /// Typing the base again takes the edit back; an empty text over NULL is no edit. Refused values change
    /// nothing.
    [[nodiscard]] tl::expected<void, ValueProblem> edit(const QString &addressId, const QString &fieldId,
                                                        const FieldValue &current, const QString &typed,
                                                        TypingId typing = 0);
    /// As edit(), but a refused text is staged too, with its problem: it is kept like any other, and not
    /// saved.
    void editOrKeep(const QString &addressId, const QString &fieldId, const FieldValue &current,
                    const QString &typed, TypingId typing);
    /// Takes one edit back as a step that can be undone.
    void takeBack(const QString &addressId, const QString &fieldId);
    /// Takes every edit back, as steps that can be undone.
    void takeAllBack();

    /// Puts an edit (or none) in place without making a step: undo, redo, drafts and conflict answers.
    void put(const QString &addressId, const QString &fieldId, const Edit &edit);
    /// Gives the edits of an address up, for good.
    void forget(const QString &addressId);
    void clear();

    /// After `request` was recorded: forgets what it saved. What was typed meanwhile stays, over the saved
    /// value.
    void settle(const SaveRequest &request);
    /// The person keeps their value over a colleague's: theirs becomes the base.
    void rebase(const QString &addressId, const QString &fieldId, const FieldValue &theirs);

    [[nodiscard]] TypingId newTyping() { return ++m_lastTyping; }

    [[nodiscard]] Edit edit(const QString &addressId, const QString &fieldId) const;
    [[nodiscard]] StagedFields fields(const QString &addressId) const;
    [[nodiscard]] bool contains(const QString &addressId) const { return m_edits.contains(addressId); }
    /// In the order in which they were first edited.
    [[nodiscard]] QStringList addressIds() const { return m_order; }
    [[nodiscard]] int addressCount() const { return static_cast<int>(m_order.size()); }
    [[nodiscard]] int fieldCount() const;
    [[nodiscard]] bool isEmpty() const { return m_order.isEmpty(); }
    /// A text of all addresses or of one that cannot be saved, of the address edited first.
    [[nodiscard]] std::optional<RefusedField> firstRefused() const;
    [[nodiscard]] std::optional<RefusedField> firstRefused(const QString &addressId) const;

    /// What can be saved of an address; refused texts are left out.
    [[nodiscard]] SaveRequest saveRequest(const QString &addressId, const FieldValue &reason) const;

signals:
    /// One field's edit came, went or changed, for whatever cause.
    void fieldChanged(const QString &addressId, const QString &fieldId);
    /// A person's step, to be remembered for undo.
    void stepMade(const QString &addressId, const QString &fieldId,
                  const addressdesk::StagedEdits::Edit &before, const addressdesk::StagedEdits::Edit &after,
                  addressdesk::StagedEdits::TypingId typing);

    /// The edits of an address were given up by forget().
    void forgotten(const QString &addressId);

private:
    void drop(const QString &addressId);
    void step(const QString &addressId, const QString &fieldId, const Edit &after, TypingId typing);

    QHash<QString, StagedFields> m_edits;
    QStringList m_order;
    TypingId m_lastTyping = 0;
};

} // namespace addressdesk
