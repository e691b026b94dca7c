#pragma once

#include <QObject>

class QDialog;
class QSettings;
class QSplitter;
class QTableView;

namespace addressdesk {

/// Keeps a dialog's size and place, the columns of its table and how it is split, from one start to the next.
/// Under the dialog's object name. What was kept on a larger screen is fitted to this one (ScreenFit).
class DialogState final : public QObject
{
    Q_OBJECT

public:
    /// Restores at once, saves whenever the dialog is hidden. Owned by the dialog; `settings` has to outlive
    /// it. The table is one of listTable::setUp(); there need be no splitter.
    DialogState(QSettings &settings, QDialog &dialog, QTableView &table, QSplitter *splitter = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void restore();
    void save();
    [[nodiscard]] QString key(const char *name) const;

    QSettings &m_settings;
    QDialog &m_dialog;
    QTableView &m_table;
    QSplitter *m_splitter;
};

} // namespace addressdesk
