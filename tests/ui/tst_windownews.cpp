// What the window tells of what has happened.
#include "tests/ui/WindowFixture.h"

#include "ui/history/HistoryPanel.h"

#include <QListView>
#include <QPushButton>

using namespace addressdesk;

class WindowNewsTest final : public QObject
{
    Q_OBJECT

private slots:
    void deletion_bySettingBack_isOnesOwn()
    {
        WindowFixture f;
        f.open();
        f.choose(1, "city");
        f.press(Qt::Key_Delete, Qt::ControlModifier);
        QTRY_COMPARE(f.grid()->model()->rowCount(), 2);
        f.press(Qt::Key_D, Qt::ControlModifier);
        QTRY_COMPARE(f.child<QTableView>("deletedTable")->model()->rowCount(), 1);
        QTRY_VERIFY(f.child("deletedFilter")->hasFocus());
        f.press(Qt::Key_Return);
        QTRY_COMPARE(f.grid()->model()->rowCount(), 3);
        f.press(Qt::Key_Escape);
        QTRY_VERIFY(!f.child("deletedAddresses")->isVisible());
        f.window->activateWindow(); // As window systems do.
        QTRY_VERIFY(f.window->isActiveWindow());
        QTRY_COMPARE(f.child<QPushButton>("setBackButton")->text(),
                     QStringLiteral("Delete this address again"));
        QTest::keyClick(f.window.get(), Qt::Key_Backspace, Qt::ControlModifier);
        QTRY_COMPARE(f.grid()->model()->rowCount(), 2);
        QTRY_COMPARE(f.messages(), QStringLiteral("The address of Berger, Anna has been deleted."));
        QTest::mouseClick(f.child("message_lifecycle")->findChild<QPushButton *>(), Qt::LeftButton);
        QTRY_VERIFY(f.session->stored(QStringLiteral("a2")));
        QTRY_COMPARE(f.messages(), QString());
    }
};

QTEST_MAIN(WindowNewsTest)
#include "tst_windownews.moc"
