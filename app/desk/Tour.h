#pragma once

#include "models/domain/DeskSession.h"
#include "models/domain/EventType.h"

#include <QDir>

#include <memory>

class QAbstractItemView;
class QModelIndex;
class QTableView;

namespace addressdesk {

class MainWindow;

/// The main job, done by the program itself through its own widgets: find a customer, correct the city, save,
/// look back, set back, and meet a colleague's edit. Leaves a numbered picture of every step and tells it on
/// stdout.
class Tour final : public QObject
{
    Q_OBJECT

public:
    /// `window` shows a sample that nobody else needs: the tour changes it.
    Tour(MainWindow &window, const QString &folder);

    /// 0 when every step succeeded; 1 when one did not, after saying which.
    [[nodiscard]] int run();

private:
    using Condition = std::function<bool()>;

    [[nodiscard]] bool waitFor(const Condition &condition) const;
    /// Waits, takes the picture and tells what it shows.
    [[nodiscard]] bool step(const QString &picture, const QString &what, const Condition &isDone);
    template<typename T> [[nodiscard]] T *widget(const char *objectName) const;
    void type(QWidget *receiver, const QString &text) const;
    [[nodiscard]] QTableView *grid() const;
    [[nodiscard]] QAbstractItemView *history() const;
    [[nodiscard]] bool isTold(EventType type, const QString &from, const QString &to) const;
    [[nodiscard]] QModelIndex cityCell() const;
    [[nodiscard]] QString storedCity() const;
    void editInGrid(const QString &value) const;

    [[nodiscard]] bool look();
    [[nodiscard]] bool find();
    [[nodiscard]] bool correct();
    [[nodiscard]] bool save();
    [[nodiscard]] bool setBack();
    [[nodiscard]] bool meetColleague();
    [[nodiscard]] bool keepMine();
    void changeAsColleague();

    MainWindow &m_window;
    QDir m_folder;
    std::shared_ptr<DeskSession> m_colleague;
    QString m_customer;
    QString m_city;
    bool m_isChangedByColleague = false;
    int m_steps = 0;
};

} // namespace addressdesk
