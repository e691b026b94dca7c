#pragma once

#include "models/items/CurrentAddress.h"
#include "models/items/StagedEdits.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace addressdesk {

class EnvelopeView;
class FormField;

/// The selected address beside the grid: whose it is, how it stands on an envelope, and its fields to edit.
/// Typing stages at once.
class AddressForm final : public QWidget
{
    Q_OBJECT

public:
    AddressForm(CurrentAddress &current, StagedEdits &edits, QWidget *parent = nullptr);

    /// Builds the fields of another mapping.
    void setMapping(const SchemaMapping &mapping, bool isWritable);
    /// Letters that Alt means something else with.
    void setTakenMnemonics(const QString &letters);
    /// Those that lead to its fields.
    [[nodiscard]] QString usedMnemonics() const;
    /// While results of a search are on their way, keys typed here wait for them.
    void setHeld(bool isHeld);
    [[nodiscard]] bool isHeld() const { return m_isHeld; }
    void focusFirst();
    void focusField(const QString &fieldId);
    /// Where Tab stops, in the order of the fields.
    [[nodiscard]] QList<QWidget *> tabStops() const;
    /// The field's value has been set back: draws the eye once.
    void flashField(const QString &fieldId);
    void copyEnvelope() const;
    /// In pixels: what can be seen of the form. Where that is too little, the envelope gives way to the
    /// fields.
    void setRoom(int height);
    /// In pixels: with the envelope and without it, while no sentence stands below the fields.
    [[nodiscard]] int usualHeight() const;
    [[nodiscard]] int briefHeight() const;
    [[nodiscard]] QString focusedFieldId() const;

signals:
    void escaped();
    /// Text has been refused, or mail may not arrive like this; the label says why.
    void sentenceTold(QWidget *label);

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildFields(const SchemaMapping &mapping, bool isWritable);
    void shareRoom();
    void giveWay();
    void connectField(FormField *field);
    void assignMnemonics();
    void showAddress(bool isSwitched);
    void showEnvelope();
    void stage(FormField *field, const QString &text);
    void takeBack(FormField *field);
    void tellProblem();
    void tellDoubt();
    void tell(QLabel &label, const QString &sentence, const QColor &color);
    [[nodiscard]] QString problem() const;

    CurrentAddress &m_current;
    StagedEdits &m_edits;
    SchemaMapping m_mapping;
    QLabel *m_customer;
    QLabel *m_email;
    EnvelopeView *m_envelope;
    QWidget *m_fieldArea = nullptr;
    QLabel *m_problem;
    QLabel *m_doubt;
    QVBoxLayout *m_layout;
    QList<FormField *> m_fields;
    QList<FormField *> m_narrowFields; ///< Of these.
    QString m_takenMnemonics;
    StagedEdits::TypingId m_typing = 0;
    int m_room = QWIDGETSIZE_MAX;
    bool m_isHeld = false;
};

} // namespace addressdesk
