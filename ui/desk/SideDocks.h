#pragma once

#include "ui/desk/FormHeight.h"

#include <QObject>

#include <functional>

class QAction;
class QDockWidget;
class QMainWindow;
class QScrollArea;

namespace addressdesk {

class AddressForm;
class CurrentAddress;
class HistoryPanel;
class StagedEdits;

/// What stands beside the rows: the chosen address and, below it, its history, in docks that a person may
/// move and hide.
class SideDocks final : public QObject
{
    Q_OBJECT

public:
    /// The docks become those of `window`, which owns this.
    SideDocks(CurrentAddress &current, StagedEdits &edits, QMainWindow &window);

    [[nodiscard]] AddressForm &form() { return *m_form; }
    [[nodiscard]] HistoryPanel &history() { return *m_history; }
    /// Show and hide the docks.
    [[nodiscard]] QAction *formAction() const;
    [[nodiscard]] QAction *historyAction() const;

    /// As in a window that nobody has arranged: the address as high as it needs to be, the history takes the
    /// rest.
    void arrange();
    /// Before others that lie on it, and also when it was hidden.
    void showForm();
    void showHistory();
    /// `change` shows or hides something beside the docks; the form keeps its height.
    void keepHeightDuring(const std::function<void()> &change);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QDockWidget *dock(const QString &name, const QString &title, QWidget *content);
    [[nodiscard]] QScrollArea *scrolledForm();
    [[nodiscard]] FormHeight::Heights usualHeights() const;

    QMainWindow &m_window;
    AddressForm *m_form;
    QScrollArea *m_scroll;
    HistoryPanel *m_history;
    QDockWidget *m_formDock;
    QDockWidget *m_historyDock;
    FormHeight *m_height;
};

} // namespace addressdesk
