#pragma once

#include <QObject>

class QDialog;
class QMainWindow;

namespace addressdesk {

class DeskActions;
class HistoryPanel;

/// Opens what the Help menu offers.
class HelpDialogs final : public QObject
{
    Q_OBJECT

public:
    /// Keys are those of the window's actions and of the history's.
    HelpDialogs(const DeskActions &actions, const HistoryPanel &history, QMainWindow &window);

private:
    static void open(QDialog *dialog);
};

} // namespace addressdesk
