#pragma once

#include <QWidget>

class QCommandLinkButton;
class QVBoxLayout;

namespace addressdesk {

/// What stands in the window while no database is open: the ways to open one.
class WelcomePage final : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent = nullptr);

    /// While a database is being opened nothing else can be pressed.
    void setOpening(bool isOpening);

signals:
    void openRequested();
    void newRequested();
    void connectRequested();
    void sampleRequested();

private:
    QCommandLinkButton *addWay(QVBoxLayout *layout, const QString &name, const QString &icon,
                               const QString &title, const QString &description);

    QWidget *m_ways;
};

} // namespace addressdesk
