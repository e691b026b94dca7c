#include "app/desk/Tour.h"

#include "models/items/AddressTableModel.h"
#include "models/items/HistoryModel.h"
#include "models/storage/SqlDeskConnector.h"
#include "models/wording/Sentences.h"
#include "ui/MainWindow.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPixmap>
#include <QTableView>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace addressdesk {

namespace {

constexpr std::chrono::seconds patience{60};
constexpr QSize pictureSize{1366, 768}; // The smallest screen that the window is made for.
const QString city = QStringLiteral("city");
const QString newCity = QStringLiteral("Saint-Malo");
const QString colleaguesCity = QStringLiteral("Brest");

} // namespace

Tour::Tour(MainWindow &window, const QString &folder) : m_window(window), m_folder(folder) {}

int Tour::run()
{
    if (!m_folder.mkpath(QStringLiteral("."))) {
        QTextStream(stderr) << QObject::tr("The folder %1 cannot be made.").arg(m_folder.path()) << Qt::endl;
        return 1;
    }
    m_window.resize(pictureSize);
    const bool isGood = look() && find() && correct() && save() && setBack() && meetColleague() && keepMine();
    return isGood ? 0 : 1;
}

/// Lets the event loop run until the condition holds; looks again whenever something happened.
bool Tour::waitFor(const Condition &condition) const
{
    const QDeadlineTimer deadline(patience);
    QTimer end; // Nothing else may ever happen.
    end.setSingleShot(true);
    end.start(patience);
    while (!condition()) {
        if (deadline.hasExpired())
            return false;
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

bool Tour::step(const QString &picture, const QString &what, const Condition &isDone)
{
    const bool isGood = waitFor(isDone);
    history()->scrollToTop();
    // Whatever is still to be laid out or painted.
    QApplication::sendPostedEvents();
    QApplication::processEvents();
    QPixmap shown = m_window.grab();
    if (const QWidget *dialog = QApplication::activeModalWidget()) {
        // As it stands over the window on a screen.
        QPainter painter(&shown);
        const QPoint corner((m_window.width() - dialog->width()) / 2,
                            (m_window.height() - dialog->height()) / 2);
        painter.drawPixmap(corner, const_cast<QWidget *>(dialog)->grab());
    }
    const QString name = QStringLiteral("%1-%2.png").arg(++m_steps, 2, 10, QLatin1Char('0')).arg(picture);
    const bool isKept = shown.save(m_folder.filePath(name));
    QTextStream(stdout) << (isGood && isKept ? "" : "FAILED: ") << m_steps << ". " << what << "  "
                        << m_folder.filePath(name) << Qt::endl;
    return isGood && isKept;
}

template<typename T> T *Tour::widget(const char *objectName) const
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

QTableView *Tour::grid() const
{
    return widget<QTableView>("addresses");
}

QAbstractItemView *Tour::history() const
{
    return widget<QAbstractItemView>("historyView");
}

/// The newest save tells of this change of the city, and of a mail that waits for nothing any more.
bool Tour::isTold(EventType type, const QString &from, const QString &to) const
{
    const QAbstractItemModel *model = history()->model();
    bool isCityTold = false;
    for (int row = 1; row < model->rowCount(); ++row) {
        const QModelIndex change = model->index(row, 0);
        const bool isCity = change.data(HistoryModel::FieldRole).toString() == city;
        isCityTold = isCityTold ||
                     (isCity && change.data(HistoryModel::EventTypeRole).toInt() == static_cast<int>(type) &&
                      change.data(HistoryModel::FromRole).toString() == from &&
                      change.data(HistoryModel::ToRole).toString() == to);
        if (!change.data(HistoryModel::IsLastOfSaveRole).toBool())
            continue;
        const auto mails = change.data(HistoryModel::MailLinesRole).value<QList<HistoryMailLine>>();
        return isCityTold && !mails.isEmpty() &&
               std::none_of(mails.cbegin(), mails.cend(),
                            [](const HistoryMailLine &mail) { return mail.isWaiting; });
    }
    return false;
}

QModelIndex Tour::cityCell() const
{
    return grid()->currentIndex().siblingAtColumn(m_window.addresses().columnOf(city));
}

QString Tour::storedCity() const
{
    return cityCell().data(AddressTableModel::StoredValueRole).toString();
}

void Tour::editInGrid(const QString &value) const
{
    grid()->setFocus();
    grid()->setCurrentIndex(cityCell());
    widget<QAction>("editField")->trigger();
    auto *editor = widget<QLineEdit>("cellEditor");
    editor->selectAll();
    type(editor, value);
    QKeyEvent tab(QEvent::KeyPress, Qt::Key_Tab, Qt::NoModifier);
    QApplication::sendEvent(editor, &tab);
}

bool Tour::look()
{
    AddressTableModel &model = m_window.addresses();
    return step(QStringLiteral("opened"), QObject::tr("The sample database is open."),
                [&model] { return model.isQueryApplied() && !model.isBusy() && model.addressAt(0); });
}

bool Tour::find()
{
    AddressTableModel &model = m_window.addresses();
    const AddressRow row = *model.addressAt(std::min(40, model.rowCount() - 1) / 2);
    m_customer = wording::customerName(row.customer);
    type(widget<QLineEdit>("search"), QString(m_customer).remove(u','));
    return step(QStringLiteral("found"),
                QObject::tr("Typing a name in “Search” finds the customer: %1.").arg(m_customer),
                [&model, this] {
                    return model.isQueryApplied() && !model.isBusy() && model.addressAt(0) &&
                           wording::customerName(model.addressAt(0)->customer) == m_customer;
                });
}

bool Tour::correct()
{
    m_city = storedCity();
    editInGrid(newCity);
    auto *label = widget<QLineEdit>("edit_label");
    label->selectAll();
    type(label, QObject::tr("Office"));
    type(widget<QLineEdit>("reason"), QObject::tr("moved, phoned"));
    return step(
        QStringLiteral("edited"),
        QObject::tr("The city is corrected: %1 becomes %2. Nothing is saved yet.").arg(m_city, newCity),
        [this] {
            return cityCell().data(AddressTableModel::IsEditedRole).toBool() && storedCity() == m_city &&
                   widget<QWidget>("saveBar")->isVisible();
        });
}

bool Tour::save()
{
    widget<QAbstractButton>("save")->click();
    const auto *setBack = widget<QAbstractButton>("setBackButton");
    return step(QStringLiteral("saved"), QObject::tr("Saved with a reason; the history tells of it."),
                [setBack, this] {
                    return storedCity() == newCity && !widget<QWidget>("saveBar")->isVisible() &&
                           setBack->isEnabled() && isTold(EventType::AddressFieldChanged, m_city, newCity);
                });
}

bool Tour::setBack()
{
    auto *button = widget<QAbstractButton>("setBackButton");
    // The change of the city among those of the save.
    for (int row = 0; row < history()->model()->rowCount() && !button->text().contains(m_city); ++row)
        history()->setCurrentIndex(history()->model()->index(row, 0));
    button->click();
    return step(
        QStringLiteral("set-back"),
        QObject::tr("One click on “Set back”: the city is %1 again, and the history has one more event.")
            .arg(m_city),
        [this] {
            return storedCity() == m_city && isTold(EventType::AddressFieldReverted, newCity, m_city);
        });
}

void Tour::changeAsColleague()
{
    const QString addressId = cityCell().data(AddressTableModel::AddressIdRole).toString();
    const SaveRequest request{addressId, {{city, m_city, colleaguesCity}}, std::nullopt};
    SqlDeskConnector connector;
    connector.open({m_window.session()->description().url,
                    {},
                    SchemaPolicy::Require,
                    false,
                    {},
                    SchemaMapping::native()},
                   this, [this, request](const Result<std::shared_ptr<DeskSession>> &session) {
                       if (!session)
                           return;
                       m_colleague = *session;
                       m_colleague->save(request, this, [this](const Result<SaveOutcome> &outcome) {
                           m_isChangedByColleague = outcome && outcome->kind == SaveOutcome::Kind::Recorded;
                       });
                   });
}

bool Tour::meetColleague()
{
    editInGrid(newCity);
    changeAsColleague();
    const bool isChanged = waitFor([this] { return m_isChangedByColleague; });
    if (isChanged)
        widget<QAbstractButton>("save")->click();
    return step(
        QStringLiteral("conflict"),
        QObject::tr(
            "A colleague has meanwhile changed the city to %1: the window asks, and keeps what was typed.")
            .arg(colleaguesCity),
        [this, isChanged] {
            return isChanged && m_window.findChild<QAbstractButton *>(QStringLiteral("saveChoices")) &&
                   isTold(EventType::AddressFieldChanged, m_city, colleaguesCity);
        });
}

bool Tour::keepMine()
{
    widget<QAbstractButton>("allMine")->click();
    widget<QAbstractButton>("saveChoices")->click();
    return step(QStringLiteral("history"), QObject::tr("The typed value was kept; the history has both."),
                [this] {
                    return storedCity() == newCity && !widget<QWidget>("saveBar")->isVisible() &&
                           !QApplication::activeModalWidget() &&
                           isTold(EventType::AddressFieldChanged, colleaguesCity, newCity);
                });
}

} // namespace addressdesk
