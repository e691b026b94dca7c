#pragma once

#include "tests/support/HistoryMaker.h"
#include "tests/ui/WindowFixture.h"

#include "ui/history/HistoryPanel.h"

#include <QAbstractItemView>
#include <QDialog>
#include <QLabel>
#include <QPushButton>

namespace addressdesk {

/// Two addresses have a history that nobody in this window has made.
struct SetBackDesk : WindowFixture
{
    explicit SetBackDesk(const QList<AddressRow> &rows = rows::few())
    {
        session->setRows(rows);
        addMove(QStringLiteral("a2"), QStringLiteral("Rennes"), QStringLiteral("Paris"));
        addMove(QStringLiteral("a3"), QStringLiteral("Brest"), QStringLiteral("Nice"));
        open();
    }

    void addMove(const QString &addressId, const QString &from, const QString &to) const
    {
        HistoryMaker past(*session, addressId);
        past.save(QStringLiteral("move of ") + addressId, QStringLiteral("paul"),
                  QStringLiteral("2026-03-03T09:00:00.000Z"))
            .changed(QStringLiteral("city"), from, to)
            .changed(QStringLiteral("zipCode"), QStringLiteral("35000"), QStringLiteral("69001"));
    }

    /// As people do it: type, Return, save.
    void correctTheFirst()
    {
        choose(0, "city");
        typeAndReturn(1);
        press(Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(stored("a1", "city"), QStringLiteral("Nantes"));
        awaitHistory("a2");
    }
    /// Leads to this row.
    void typeAndReturn(int row)
    {
        type("Nantes");
        press(Qt::Key_Return);
        QTRY_COMPARE(grid()->currentIndex().row(), row);
    }
    void awaitHistory(const char *addressId) const
    {
        const HistoryModel &history = panel()->model();
        QTRY_COMPARE(history.addressId(), QLatin1String(addressId));
        QTRY_VERIFY(history.isLoaded() && !history.isLoading());
        QTRY_VERIFY(child<QPushButton>("setBackButton")->isEnabled());
        const int row = history.entry(1)->event.field() == QStringLiteral("zipCode") ? 2 : 1;
        child<QAbstractItemView>("historyView")->setCurrentIndex(history.index(row));
    }
    void setBack() { press(Qt::Key_Backspace, Qt::ControlModifier); }
    [[nodiscard]] HistoryPanel *panel() const { return child<HistoryPanel>("historyPanel"); }
    [[nodiscard]] QFrame *question() const { return child<QFrame>("message_setBack"); }
    [[nodiscard]] QPushButton *answer(const QString &text) const
    {
        const QList<QPushButton *> buttons = question()->findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->accessibleName() == text)
                return button;
        }
        return nullptr;
    }
};

} // namespace addressdesk
