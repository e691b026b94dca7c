#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace addressdesk {

class MainWindow;

/// The main job, done by the program itself through its own widgets: find a customer, correct the city, save, look back, put back. Leaves a
/// numbered picture of every step and tells it on stdout.
class Tour final
{
public:
    Tour(MainWindow &window, QString folder);

    /// 0 when every step succeeded; 1 when one did not, after saying which.
    [[nodiscard]] int run();

private:
    using Condition = std::function<bool()>;

    [[nodiscard]] bool waitFor(const Condition &condition) const;
    [[nodiscard]] bool step(const QString &what, const Condition &isDone);
    template<typename T>
    [[nodiscard]] T *widget(const char *objectName) const;
    void type(QWidget *receiver, const QString &text) const;
    [[nodiscard]] bool look();
    [[nodiscard]] bool find();
    [[nodiscard]] bool correct();
    [[nodiscard]] bool save();
    [[nodiscard]] bool setBack();

    MainWindow &m_window;
    QString m_folder;
    QString m_customer;
    QString m_city;
    int m_steps = 0;
};

} // namespace addressdesk
