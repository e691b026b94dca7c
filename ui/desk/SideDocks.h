#pragma once

#include <QObject>

#include <functional>

class QAction;
class QDockWidget;
class QMainWindow;
class QScrollArea;

namespace addressdesk {

class AddressForm;
class CurrentAddress;
class FormHeight;
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

    /// Before others that lie on it, and also when it was hidden.
    void showForm();
    void showHistory();
    /// `change` shows or hides something beside the docks; the form keeps its height.
    void keepHeightDuring(const std::function<void()> &change);

private:
    [[nodiscard]] QDockWidget *dock(const QString &name, const QString &title, QWidget *content);
    [[nodiscard]] QScrollArea *scrolledForm();

    QMainWindow &m_window;
    AddressForm *m_form;
    HistoryPanel *m_history;
    QDockWidget *m_formDock;
    QDockWidget *m_historyDock;
    FormHeight *m_height;
};

} // namespace addressdesk
