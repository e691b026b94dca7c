#pragma once

#include "models/domain/History.h"
#include "models/domain/SchemaMapping.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace addressdesk {

/// The strip under the history: which change is chosen, its buttons, and why they cannot be pressed.
class HistoryActions final : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryActions(QWidget *parent = nullptr);

    /// Shows nothing but the hint while no change is chosen. `save` has all events of the chosen change's
    /// save.
    void showNothing();
    void showChange(const SchemaMapping &mapping, const HistoryEntry &entry, const QList<HistoryEntry> &save);
    /// A letter to the customer about its save has to be printed.
    void setLetterDue(bool isLetterDue);
    void setBusy(bool isBusy);
    /// Where there is little room only what cannot be seen elsewhere is said.
    void setBrief(bool isBrief);
    /// In pixels, so that no sentence is cut.
    [[nodiscard]] int neededHeight(int width, bool isBrief) const;

    [[nodiscard]] bool canSetBack() const;
    [[nodiscard]] bool canSetSaveBack() const;
    /// Why the chosen change cannot be set back; empty when it can or nothing is chosen.
    [[nodiscard]] QString why() const;
    /// The same of its save.
    [[nodiscard]] QString whyNotSave() const;
    [[nodiscard]] bool hasFocusInside() const;

signals:
    void setBackRequested();
    void setSaveBackRequested();
    void letterRequested();

protected:
    bool event(QEvent *event) override;

private:
    QLabel *m_chosen;
    QLabel *m_why;
    QPushButton *m_setBack;
    QPushButton *m_setSaveBack;
    QPushButton *m_letter;
    bool m_canSetBack = false;
    bool m_canSetSaveBack = false;
    bool m_isBusy = false;
};

} // namespace addressdesk
