#pragma once

#include <QToolBar>

class QMainWindow;
class QShortcut;

namespace addressdesk {

class AddressGrid;
class SaveBar;
class SideDocks;
class StagedEdits;

/// The place of the SaveBar at the window's foot: it comes with the first unsaved edit and goes with the
/// last, and neither squeezes the form nor covers the row that somebody works in.
class EditsBar final : public QToolBar
{
    Q_OBJECT

public:
    /// Adds itself to `window`.
    EditsBar(const StagedEdits &edits, AddressGrid &grid, SideDocks &docks, QMainWindow &window);

    [[nodiscard]] SaveBar &saveBar() { return *m_saveBar; }
    /// How many edits there are, or none.
    void showEdits();
    /// While docks are being arranged the bar waits until they have their heights.
    void setArranging(bool isArranging) { m_isArranging = isArranging; }
    /// The bar comes with the first edit; the key of its reason works already while that is being typed.
    void setTyping(bool isTyping);

signals:
    /// The key of the reason was pressed before there was an edit.
    void reasonRequested();

private:
    void comeOrGo();

    const StagedEdits &m_edits;
    AddressGrid &m_grid;
    SideDocks &m_docks;
    SaveBar *m_saveBar;
    QShortcut *m_reasonKey;
    bool m_isArranging = false;
};

} // namespace addressdesk
