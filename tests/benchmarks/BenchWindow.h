#pragma once

#include "models/storage/SqlDeskConnector.h"
#include "tests/support/FakeMailService.h"
#include "tests/support/MemoryCredentialStore.h"
#include "ui/MainWindow.h"

#include <QSettings>
#include <QTemporaryDir>

class QLineEdit;
class QTableView;

namespace addressdesk {

/// The real window, driven by a benchmark. Every time ends when the rows that the person looks at have been
/// painted; in milliseconds. Aborts the benchmark when nothing comes for minutes.
class BenchWindow final : public QObject
{
    Q_OBJECT

public:
    BenchWindow();
    ~BenchWindow() override;

    [[nodiscard]] double open(const DatabaseUrl &url);
    /// Until all rows are counted.
    [[nodiscard]] double waitForCount();
    /// Scrolls the bar to this part of its way.
    [[nodiscard]] double jump(double part);
    [[nodiscard]] double sort(int column, Qt::SortOrder order);
    /// Types key after key; the time is counted from the last one, the pause of the search field included.
    [[nodiscard]] double type(const QString &text);
    /// As jumping to many places, each before the last has come: until the last one is shown.
    [[nodiscard]] double dragTo(double part);
    /// Lets the event loop run.
    void idle(int milliseconds);

    [[nodiscard]] AddressTableModel &addresses() { return m_window->addresses(); }
    [[nodiscard]] int rowCount() { return addresses().rowCount(); }
    [[nodiscard]] int firstVisibleRow() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    template<typename Action> double timed(Action action);
    [[nodiscard]] bool isShown() const;
    void waitUntilShown();
    void waitForScrollBar();

    QTemporaryDir m_folder;
    QSettings m_settings;
    SqlDeskConnector m_connector;
    MemoryCredentialStore m_credentials;
    FakeMailService m_mailService;
    std::unique_ptr<MainWindow> m_window;
    QTableView *m_grid;
    QLineEdit *m_search;
    AddressQuery m_wanted;
    bool m_isPaintSeen = false;
    bool m_isCountKnown = false;
};

} // namespace addressdesk
