#include "BenchWindow.h"

#include "ui/connection/ConnectionController.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

namespace addressdesk {

namespace {

constexpr int patienceMs = 300'000;
constexpr int keyPauseMs = 60; ///< Between two keys of a quick typist.

} // namespace

BenchWindow::BenchWindow()
    : m_settings(m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat),
      m_window(std::make_unique<MainWindow>(m_connector, m_credentials, m_mailService, m_settings,
                                            m_folder.filePath(QStringLiteral("drafts")))),
      m_grid(m_window->findChild<QTableView *>(QStringLiteral("addresses"))),
      m_search(m_window->findChild<QLineEdit *>(QStringLiteral("search")))
{
    connect(&addresses(), &AddressTableModel::countChanged, this,
            [this](qint64, bool isFinal) { m_isCountKnown = isFinal; });
    m_window->resize(1366, 740);
    m_window->show();
    if (!QTest::qWaitForWindowActive(m_window.get()))
        qFatal("the window does not become active");
    m_grid->viewport()->installEventFilter(this);
}

BenchWindow::~BenchWindow() = default;

bool BenchWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint && isShown())
        m_isPaintSeen = true; // By the time that anybody looks, the rows are painted.
    return QObject::eventFilter(watched, event);
}

int BenchWindow::firstVisibleRow() const
{
    return m_grid->rowAt(0);
}

bool BenchWindow::isShown() const
{
    const AddressTableModel &model = m_window->addresses();
    if (!m_window->session() || !model.isQueryApplied() || !(model.query() == m_wanted))
        return false;
    if (model.rowCount() == 0)
        return true;
    const int last = m_grid->rowAt(m_grid->viewport()->height() - 1);
    return model.addressAt(firstVisibleRow()) && model.addressAt(last < 0 ? model.rowCount() - 1 : last);
}

void BenchWindow::waitUntilShown()
{
    m_isPaintSeen = false;
    m_grid->viewport()->update();
    const QDeadlineTimer deadline(patienceMs);
    while (!m_isPaintSeen) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        if (deadline.hasExpired())
            qFatal("no rows were shown");
    }
}

template<typename Action> double BenchWindow::timed(Action action)
{
    QElapsedTimer time;
    time.start();
    action();
    waitUntilShown();
    return static_cast<double>(time.nsecsElapsed()) / 1e6;
}

/// The scroll bar learns of new rows a moment after the model.
void BenchWindow::waitForScrollBar()
{
    const QDeadlineTimer deadline(patienceMs);
    while (rowCount() > 1000 && m_grid->verticalScrollBar()->maximum() < rowCount() / 2 &&
           !deadline.hasExpired())
        QTest::qWait(1);
}

double BenchWindow::open(const DatabaseUrl &url)
{
    m_isCountKnown = false;
    return timed([&] { m_window->connection().openUrl(url); });
}

double BenchWindow::waitForCount()
{
    QElapsedTimer time;
    time.start();
    while (!m_isCountKnown) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        if (time.hasExpired(patienceMs))
            qFatal("the rows were never counted");
    }
    return static_cast<double>(time.nsecsElapsed()) / 1e6;
}

double BenchWindow::jump(double part)
{
    waitForScrollBar();
    QScrollBar *bar = m_grid->verticalScrollBar();
    return timed([&] { bar->setValue(static_cast<int>(part * bar->maximum())); });
}

double BenchWindow::dragTo(double part)
{
    QScrollBar *bar = m_grid->verticalScrollBar();
    constexpr int steps = 50;
    for (int step = 1; step < steps; ++step) {
        bar->setValue(static_cast<int>(part * step / steps * bar->maximum()));
        QTest::qWait(10);
    }
    return jump(part);
}

double BenchWindow::sort(int column, Qt::SortOrder order)
{
    m_wanted.sort = {addresses().columnId(column), order};
    m_isCountKnown = false;
    return timed([&] { m_grid->horizontalHeader()->setSortIndicator(column, order); });
}

double BenchWindow::type(const QString &text)
{
    m_wanted.search = text;
    m_isCountKnown = false;
    m_search->setFocus();
    m_search->selectAll();
    if (text.isEmpty())
        return timed([&] { QTest::keyClick(m_search, Qt::Key_Backspace); });
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        QTest::keyClick(m_search, text[i].toLatin1());
        QTest::qWait(keyPauseMs);
    }
    return timed([&] { QTest::keyClick(m_search, text.back().toLatin1()); });
}

void BenchWindow::idle(int milliseconds)
{
    QTest::qWait(milliseconds);
}

} // namespace addressdesk
