#pragma once

#include <QObject>

class QMainWindow;

namespace addressdesk {

class AddressForm;
class AddressGrid;
class EditsBar;
class FocusReturn;
class HistoryPanel;
class MessageBar;
class SearchField;

/// Where the keyboard leads in the window: search, rows, form, history, edits, in the order in which the job
/// is done.
class Panes final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        SearchField &search;
        AddressGrid &grid;
        AddressForm &form;
        HistoryPanel &history;
        EditsBar &edits;
        MessageBar &messages;
    };
    /// Owned by `window`, whose parts these are.
    Panes(const Parts &parts, QMainWindow &window);

    /// The order of Tab and the letters with Alt, anew when the form has other fields.
    void arrange();
    /// From the pane that has the focus to the next (1) or the one before (-1), and round again.
    void cycle(int step);
    /// Back to where somebody works, before a bar goes or its buttons are disabled.
    void giveFocusBack();

private:
    void orderTabs();
    void shareMnemonics();

    Parts m_parts;
    QMainWindow &m_window;
    FocusReturn *m_focus;
};

} // namespace addressdesk
