#pragma once

#include "models/items/DraftStore.h"
#include "tests/items/AddressRows.h"
#include "tests/support/FakeDeskSession.h"
#include "tests/support/FakeMailService.h"
#include "tests/support/MemoryCredentialStore.h"
#include "tests/support/ScriptedDeskConnector.h"
#include "ui/MainWindow.h"
#include "ui/messages/MessageBar.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

namespace addressdesk {

/// The real window over a database in memory, and the keys that a person presses.
struct WindowFixture
{
    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    ScriptedDeskConnector connector;
    MemoryCredentialStore credentials;
    FakeMailService mailService;
    std::shared_ptr<FakeDeskSession> session = std::make_shared<FakeDeskSession>();
    std::unique_ptr<MainWindow> window;
    int keystrokes = 0;

    WindowFixture()
    {
        session->setRows(rows::few());
        makeWindow();
    }

    void makeWindow()
    {
        window.reset();
        window = std::make_unique<MainWindow>(connector, credentials, mailService, settings,
                                              folder.filePath(QStringLiteral("drafts")));
        window->resize(1366, 740);
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }

    void open()
    {
        window->showSession(session);
        QTRY_COMPARE(grid()->model()->rowCount(), 3);
    }

    template<typename T = QWidget> [[nodiscard]] T *child(const char *name) const
    {
        return window->findChild<T *>(QLatin1String(name));
    }
    [[nodiscard]] QTableView *grid() const { return child<QTableView>("addresses"); }
    [[nodiscard]] QLineEdit *search() const { return child<QLineEdit>("search"); }
    [[nodiscard]] QLineEdit *field(const char *id) const
    {
        return window->findChild<QLineEdit *>(QStringLiteral("edit_") + QLatin1String(id));
    }
    [[nodiscard]] QLineEdit *cellEditor() const
    {
        return grid()->viewport()->findChild<QLineEdit *>(QStringLiteral("cellEditor"),
                                                          Qt::FindDirectChildrenOnly);
    }
    [[nodiscard]] QString messages() const { return window->messages().texts().join(u'\n'); }
    [[nodiscard]] QString cell(int row, const char *columnId, int role = Qt::DisplayRole) const
    {
        return grid()->model()->index(row, column(columnId)).data(role).toString();
    }
    [[nodiscard]] int column(const char *columnId) const
    {
        return window->addresses().columnOf(QLatin1String(columnId));
    }
    [[nodiscard]] QString stored(const char *addressId, const char *fieldId) const
    {
        const auto row = session->stored(QLatin1String(addressId));
        return row ? shownText(row->address.values.value(QLatin1String(fieldId))) : QString();
    }
    void choose(int row, const char *columnId) const
    {
        grid()->setFocus();
        grid()->setCurrentIndex(grid()->model()->index(row, column(columnId)));
    }
    void trigger(const char *action) const { child<QAction>(action)->trigger(); }

    /// A key of the budget: goes to wherever the focus is.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++keystrokes;
        QTest::keyClick(focus(), key, modifiers);
    }
    /// Typing of names and values is no part of the budget.
    void type(const char *text) const
    {
        // The first letter may open an editor, which gets the others.
        for (; *text != '\0'; ++text)
            QTest::keyClick(focus(), *text);
    }

    [[nodiscard]] QWidget *focus() const
    {
        QWidget *focused = QApplication::focusWidget();
        return focused ? focused : window.get();
    }
};

} // namespace addressdesk
