#include "app/desk/Tour.h"

#include "models/items/AddressTableModel.h"
#include "models/wording/Sentences.h"
#include "ui/MainWindow.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QEventLoop>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QPixmap>
#include <QTableView>
#include <QTextStream>
#include <QTimer>

#include <chrono>

namespace addressdesk {

namespace {

constexpr std::chrono::seconds patience{60};
constexpr QSize pictureSize{1366, 768}; // The smallest screen that the window is made for.
const QString city = QStringLiteral("city");
const QString newCity = QStringLiteral("Saint-Malo");

} // namespace

Tour::Tour(MainWindow &window, QString folder) : m_window(window), m_folder(std::move(folder)) {}

int Tour::run()
{
    if (!QDir().mkpath(m_folder)) {
        QTextStream(stderr) << QObject::tr("The folder %1 cannot be made.").arg(m_folder) << Qt::endl;
        return 1;
    }
    m_window.resize(pictureSize);
    return look() && find() && correct() && save() && setBack() ? 0 : 1;
}

/// Lets the event loop run until the condition holds; looks again whenever something happened.
bool Tour::waitFor(const Condition &condition) const
{
    const QDeadlineTimer deadline(patience);
    QTimer wakeUp; // Conditions may depend on time alone.
    wakeUp.start(std::chrono::milliseconds(50));
    while (!condition()) {
        if (deadline.hasExpired())
            return false;
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

bool Tour::step(const QString &what, const Condition &isDone)
{
    const bool isGood = waitFor(isDone);
    // Whatever is still to be laid out or painted.
    QApplication::sendPostedEvents();
    QApplication::processEvents();
    const QString file = QDir(m_folder).filePath(QStringLiteral("%1.png").arg(++m_steps, 2, 10, QLatin1Char('0')));
    const bool isKept = m_window.grab().save(file);
    QTextStream(stdout) << (isGood && isKept ? "" : "FAILED: ") << m_steps << ". " << what << "  " << file << Qt::endl;
    return isGood && isKept;
}

template<typename T>
T *Tour::widget(const char *objectName) const
{
    T *found = m_window.findChild<T *>(QLatin1String(objectName));
    if (!found)
        qFatal("the window has no %s", objectName);
    return found;
}

/// As an input method would: any character of any keyboard.
void Tour::type(QWidget *receiver, const QString &text) const
{
    receiver->setFocus(Qt::OtherFocusReason);
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(receiver, &event);
}

bool Tour::look()
{
    AddressTableModel &model = m_window.addresses();
    return step(QObject::tr("The sample database is open."), [&model] { return model.isQueryApplied() && model.addressAt(0); });
}

bool Tour::find()
{
    AddressTableModel &model = m_window.addresses();
    const AddressRow row = *model.addressAt(std::min(40, model.rowCount() - 1) / 2);
    m_customer = wording::customerName(row.customer);
    type(widget<QLineEdit>("search"), QString(m_customer).remove(u','));
    return step(QObject::tr("Typing a name in “Search” finds the customer: %1.").arg(m_customer), [&model, this] {
        return model.isQueryApplied() && !model.isBusy() && model.addressAt(0)
            && wording::customerName(model.addressAt(0)->customer) == m_customer;
    });
}

bool Tour::correct()
{
    AddressTableModel &model = m_window.addresses();
    auto *grid = widget<QTableView>("addresses");
    const QModelIndex index = model.index(0, model.columnOf(city));
    m_city = index.data().toString();
    grid->setFocus();
    grid->setCurrentIndex(index);
    auto *field = widget<QLineEdit>("edit_city");
    if (!waitFor([field, this] { return field->text() == m_city; }))
        return step(QObject::tr("The address is shown beside the grid."), [] { return false; });
    field->selectAll();
    type(field, newCity);
    return step(QObject::tr("The city is corrected: %1 becomes %2. Nothing is saved yet.").arg(m_city, newCity),
                [&model, index] { return model.data(index, AddressTableModel::IsEditedRole).toBool(); });
}

bool Tour::save()
{
    AddressTableModel &model = m_window.addresses();
    type(widget<QLineEdit>("reason"), QObject::tr("moved, phoned"));
    m_window.save();
    const auto *setBack = widget<QAbstractButton>("setBackButton");
    return step(QObject::tr("Saved with a reason; the history tells of it."), [&model, setBack, this] {
        const auto row = model.addressAt(0);
        return row && shownText(row->address.values.value(city)) == newCity && setBack->isEnabled()
            && setBack->text().contains(m_city.isEmpty() ? setBack->text() : m_city);
    });
}

bool Tour::setBack()
{
    AddressTableModel &model = m_window.addresses();
    auto *button = widget<QAbstractButton>("setBackButton");
    const QString label = QString(button->text()).remove(u'&');
    button->click();
    return step(QObject::tr("One click on “%1”: the old city is back, and the history has one more event.").arg(label),
                [&model, this] {
        const auto row = model.addressAt(0);
        return row && shownText(row->address.values.value(city)) == m_city;
    });
}

} // namespace addressdesk
