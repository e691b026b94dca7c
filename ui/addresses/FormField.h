#pragma once

#include "models/domain/SchemaMapping.h"
#include "models/items/StagedEdits.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace addressdesk {

class ElidedLabel;
class FormLineEdit;

/// One field of the address form: its title, the text, and beside the title what it was before the edit, with
/// a button that takes the edit back. Nothing moves when an edit comes or goes.
class FormField final : public QWidget
{
    Q_OBJECT

public:
    explicit FormField(const FieldMapping &field, const QString &title, QWidget *parent = nullptr);
    ~FormField() override;

    [[nodiscard]] const QString &fieldId() const { return m_fieldId; }
    [[nodiscard]] const QString &title() const { return m_title; }
    /// The letter that Alt brings the focus here with; a null character for none.
    void setMnemonic(QChar letter);
    /// Room beside the title for an earlier value of this length; empty: what is left.
    void setRoomForEarlier(const QString &value);
    [[nodiscard]] QChar mnemonic() const { return m_mnemonic; }
    /// Whether mail may not arrive when it is saved without a value here; showValue() or switchTo() follows.
    void setMissing(bool isMissing) { m_isMissing = isMissing; }
    /// Shows a value; text that is being typed and means the same stays as it is.
    void showValue(const FieldValue &stored, const StagedEdits::Edit &edit);
    /// Shows another address's value, whatever is being typed.
    void switchTo(const FieldValue &stored, const StagedEdits::Edit &edit);
    [[nodiscard]] bool hasProblem() const { return !m_problem.isEmpty(); }
    [[nodiscard]] const QString &problem() const { return m_problem; }
    /// That mail may not arrive without a value here; else empty.
    [[nodiscard]] QString doubt() const;
    void setWritable(bool isWritable);
    void setHeld(bool isHeld);
    void focusField();
    [[nodiscard]] QString text() const;
    /// Draws the eye once.
    void flash();

signals:
    void typed(const QString &text);
    void typingStarted();
    void takeBackRequested();
    void escaped();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildWidgets(const FieldMapping &field);
    void showText(const QString &text);
    void takeText(const QString &text);
    void setProblem(const StagedEdits::Edit &edit);
    [[nodiscard]] bool isBeingTyped(const QString &value) const;
    void showMarks(const FieldValue &stored, const StagedEdits::Edit &edit);
    void colourMarks();
    void colourLine();

    QString m_fieldId;
    QString m_title;
    QChar m_mnemonic;
    QLabel *m_titleLabel;
    ElidedLabel *m_was;
    QToolButton *m_takeBack;
    FormLineEdit *m_line;
    QString m_shown;
    QString m_problem;
    bool m_isEdited = false;
    bool m_isMissing = false;
    bool m_isFlashing = false;
    bool m_isShowing = false;
};

} // namespace addressdesk
