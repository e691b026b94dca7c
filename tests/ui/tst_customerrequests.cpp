#include "models/items/HistoryModel.h"
#include "tests/support/HistoryMaker.h"
#include "tests/ui/WindowFixture.h"
#include "ui/tasks/TasksDialog.h"
#include "ui/widgets/EmptyState.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

using namespace addressdesk;

namespace {

const QString city = QStringLiteral("city");

struct Fixture : WindowFixture
{
    /// A customer asks to put the city back, which has changed again since: Paris, then Lyon, now `now`.
    void addTask(qint64 id, const QString &addressId, const QString &now)
    {
        HistoryMaker(*session, addressId)
            .save(QStringLiteral("s%1").arg(id), QStringLiteral("paul"),
                  QStringLiteral("2026-03-03T09:00:00.000Z"))
            .changed(city, QStringLiteral("Paris"), QStringLiteral("Lyon"));
        session->changeElsewhere(addressId, city, now);
        std::optional<History> history;
        session->fetchHistory({addressId, {}, 0, 1}, window.get(),
                              [&history](const Result<History> &read) { history = *read; });
        QTRY_VERIFY(history);
        OfficeTask task;
        task.id = id;
        task.createdAt = QStringLiteral("2026-03-10T11:00:00.000Z");
        task.row = history->current;
        task.event = history->entries.first().event;
        session->office().tasks.append(task);
    }

    /// A customer's link puts a field back.
    void putBack(const QString &addressId, const QString &field = city)
    {
        CustomerReverts &all = session->office().customerReverts;
        CustomerRevert revert{*session->stored(addressId), {}};
        revert.event.sequenceNum = ++all.lastSequenceNum;
        revert.event.streamId = addressId;
        revert.event.actor = customerActor;
        revert.event.type = EventType::AddressFieldReverted;
        revert.event.payload = payload::reverted(field, QStringLiteral("Nice"), QStringLiteral("Lyon"),
                                                 QStringLiteral("digest%1").arg(all.lastSequenceNum));
        all.reverts.prepend(revert);
        emit session->addressesChanged({addressId});
    }
    [[nodiscard]] QWidget *notice(const char *name = "message_tasks") const
    {
        const QList<QWidget *> frames = window->findChildren<QWidget *>(QLatin1String(name));
        for (QWidget *frame : frames) {
            if (frame->isVisible())
                return frame;
        }
        return nullptr;
    }
    [[nodiscard]] QPushButton *noticeButton(const QString &name) const
    {
        const QList<QPushButton *> buttons = notice()->findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->accessibleName() == name)
                return button;
        }
        return nullptr;
    }
    [[nodiscard]] QString noticeText() const
    {
        return notice() ? notice()->findChild<QLabel *>(QStringLiteral("messageText"))->text() : QString();
    }
    void closeNotice() const { notice()->findChild<QToolButton *>(QStringLiteral("closeMessage"))->click(); }
    /// All that is under way has been answered.
    void settle() const
    {
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents();
    }

    [[nodiscard]] TasksDialog *dialog() const { return window->findChild<TasksDialog *>(); }
    [[nodiscard]] QString told() const { return part<MessageBar>("tasksMessages")->texts().join(u'\n'); }
    /// A button of what the dialog tells.
    void answer(const QString &name) const
    {
        const QList<QPushButton *> buttons = part<MessageBar>("tasksMessages")->findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->accessibleName() == name && button->isVisible()) {
                button->click();
                return;
            }
        }
        QFAIL("there is no such button");
    }
    template<typename T> [[nodiscard]] T *part(const char *name) const
    {
        return dialog()->findChild<T *>(QLatin1String(name));
    }
    void showDialog() const
    {
        trigger("tasksAction");
        QTRY_VERIFY(dialog() && dialog()->model().isLoaded());
    }
};

} // namespace

class TestCustomerRequests final : public QObject
{
    Q_OBJECT

private slots:
    void noTask_isNotWorthAWord()
    {
        Fixture f;
        f.open();
        f.settle();
        QVERIFY(!f.notice());
    }

    void oneTask_isToldWithWhatItIsAbout()
    {
        Fixture f;
        f.addTask(1, QStringLiteral("a1"), QStringLiteral("Nice"));
        f.open();
        QTRY_COMPARE(f.noticeText(),
                     QStringLiteral(
                         "Anna Adam asks to set \u2068“City”\u2069 back (Home), but it has changed since."));
        f.choose(2, "city");
        f.noticeButton(QStringLiteral("Look"))->click();
        QTRY_COMPARE(f.field("city")->text(), QStringLiteral("Nice"));
        QVERIFY(f.notice()); // What there is to decide stays in sight.
        QVERIFY(!f.noticeButton(QStringLiteral("Look")));
        emit f.session->office().officeChanged(); // A mail went out: no reason to begin again.
        f.settle();
        QVERIFY(f.noticeButton(QStringLiteral("Show the request")));
        f.noticeButton(QStringLiteral("Done"))->click();
        QTRY_COMPARE(f.session->office().finishedTasks, QList<qint64>{1});
        f.settle();
        QVERIFY(!f.notice());
    }

    void closedNotice_comesBackForNewTasksOnly()
    {
        Fixture f;
        f.addTask(1, QStringLiteral("a1"), QStringLiteral("Nice"));
        f.open();
        QTRY_VERIFY(f.notice());
        f.closeNotice();
        emit f.session->office().officeChanged(); // A mail went out.
        f.settle();
        QVERIFY(!f.notice());
        f.addTask(2, QStringLiteral("a2"), QStringLiteral("Lille"));
        emit f.session->office().officeChanged();
        QTRY_COMPARE(f.noticeText(), QStringLiteral("2 customer(s) ask to set back what has changed since."));
        f.closeNotice();
        f.session->office().tasks.removeLast(); // Somebody else's decision is no news.
        emit f.session->office().officeChanged();
        f.settle();
        QVERIFY(!f.notice());
    }

    void shownNotice_followsWhatOthersFinish()
    {
        Fixture f;
        f.addTask(1, QStringLiteral("a1"), QStringLiteral("Nice"));
        f.addTask(2, QStringLiteral("a2"), QStringLiteral("Lille"));
        f.open();
        QTRY_VERIFY2(f.noticeText().startsWith(QStringLiteral("2 customer")), qPrintable(f.noticeText()));
        f.session->office().tasks.removeFirst();
        emit f.session->office().officeChanged();
        QTRY_VERIFY2(f.noticeText().contains(QStringLiteral("Berger")), qPrintable(f.noticeText()));
        f.session->office().tasks.clear();
        emit f.session->office().officeChanged();
        QTRY_VERIFY(!f.notice());
    }

    void severalTasks_areListed_andOneIsSetBackAnyway()
    {
        Fixture f;
        f.addTask(1, QStringLiteral("a1"), QStringLiteral("Nice"));
        f.addTask(2, QStringLiteral("a2"), QStringLiteral("Lille"));
        f.open();
        QTRY_VERIFY(f.notice());
        f.noticeButton(QStringLiteral("Show them"))->click();
        QTRY_COMPARE(f.part<QTableView>("tasksTable")->model()->rowCount(), 2);
        auto *setBack = f.part<QPushButton>("taskSetBack");
        QCOMPARE(setBack->text(), QStringLiteral("&Set back to \u2068“Paris”\u2069 anyway"));
        setBack->click();
        QTRY_COMPARE(f.stored("a1", "city"), QStringLiteral("Paris"));
        QVERIFY(f.session->revertRequests().last().overrideLaterChanges);
        QTRY_COMPARE(f.session->office().finishedTasks, QList<qint64>{1});
        QTRY_COMPARE(f.part<QTableView>("tasksTable")->model()->rowCount(), 1);
        QCOMPARE(f.told(), QStringLiteral("Anna Adam: City set back to \u2068“Paris”\u2069."));
        QCOMPARE(f.session->revertRequests().last().reason,
                 FieldValue(QStringLiteral("The customer asked for it (link)")));
        f.part<QPushButton>("taskGoTo")->click();
        QTRY_COMPARE(f.field("city")->text(), QStringLiteral("Lille"));
        // Nothing covers the address, and the request stays in sight beside it.
        QVERIFY(!f.dialog()->isVisible());
        QTRY_VERIFY(f.notice());
        f.noticeButton(QStringLiteral("Show the request"))->click();
        QTRY_VERIFY(f.dialog()->isVisible());
        QTRY_VERIFY(f.part<QPushButton>("taskDone")->isEnabled());
        f.part<QPushButton>("taskDone")->click();
        QTRY_COMPARE(f.session->office().finishedTasks, (QList<qint64>{1, 2}));
        QTRY_COMPARE(f.part<EmptyState>("tasksEmpty")->sentence(),
                     QStringLiteral("No customer waits for an answer."));
        QVERIFY(!f.part<QLabel>("tasksState")->isVisible());
        QCOMPARE(f.stored("a2", "city"), QStringLiteral("Lille"));
    }

    void done_canBeUndone()
    {
        Fixture f;
        f.addTask(1, QStringLiteral("a1"), QStringLiteral("Nice"));
        f.addTask(2, QStringLiteral("a2"), QStringLiteral("Lille"));
        f.open();
        f.showDialog();
        QCOMPARE(f.dialog()->windowTitle(), QStringLiteral("Customer requests"));
        QTRY_COMPARE(f.dialog()->model().rowCount(), 2);
        f.part<QTableView>("tasksTable")->setCurrentIndex(f.dialog()->model().index(1, 0));
        f.part<QPushButton>("taskDone")->click();
        QTRY_COMPARE(f.dialog()->model().rowCount(), 1);
        QCOMPARE(f.told(), QStringLiteral("The request of Anna Berger is done and off the list."));
        f.answer(QStringLiteral("Undo"));
        QTRY_COMPARE(f.dialog()->model().rowCount(), 2);
        QCOMPARE(f.part<EmptyState>("tasksEmpty")->sentence(), QString());
        QVERIFY(f.part<QLabel>("tasksState")->isVisible());
        QVERIFY(f.told().isEmpty());
        QTRY_COMPARE(f.part<QTableView>("tasksTable")->currentIndex().row(), 1); // Where it was.
        QCOMPARE(f.session->office().tasks.size(), 2);
    }

    void undoneByACustomerWhoAskedAgain_isNoFailure()
    {
        Fixture f;
        f.addTask(1, QStringLiteral("a1"), QStringLiteral("Nice"));
        f.open();
        f.showDialog();
        f.part<QPushButton>("taskDone")->click();
        QTRY_VERIFY(!f.told().isEmpty());
        f.session->office().doneTasks.clear();
        f.answer(QStringLiteral("Undo"));
        f.settle();
        QCOMPARE(f.told(), QString());
    }

    void doneInTheWindow_canBeUndone()
    {
        Fixture f;
        f.addTask(1, QStringLiteral("a1"), QStringLiteral("Nice"));
        f.open();
        QTRY_VERIFY(f.notice());
        f.noticeButton(QStringLiteral("Done"))->click();
        QTRY_VERIFY(f.notice("message_taskDone"));
        QVERIFY(!f.notice());
        f.notice("message_taskDone")->findChild<QPushButton *>()->click();
        QTRY_VERIFY(f.notice()); // It is told as before.
        QCOMPARE(f.session->office().tasks.size(), 1);
    }

    void officeThatChanges_isCountedOnce()
    {
        Fixture f;
        f.addTask(1, QStringLiteral("a1"), QStringLiteral("Nice"));
        f.open();
        QTRY_VERIFY(f.notice());
        const int before = f.session->office().countRequests;
        emit f.session->office().officeChanged();
        f.settle();
        QCOMPARE(f.session->office().countRequests, before + 1);
    }

    void setBackThatFails_leavesTheTaskOpen()
    {
        Fixture f;
        f.addTask(1, QStringLiteral("a1"), QStringLiteral("Nice"));
        f.open();
        f.showDialog();
        f.session->failNext({ErrorCode::ReadOnly, {}, {}});
        f.part<QPushButton>("taskSetBack")->click();
        QTRY_VERIFY(f.told().contains(QStringLiteral("can only be read")));
        f.settle();
        QVERIFY(f.session->office().finishedTasks.isEmpty());
    }

    void taskOfADeletedAddress_saysSo()
    {
        Fixture f;
        f.addTask(1, QStringLiteral("a1"), QStringLiteral("Nice"));
        f.session->deleteElsewhere(QStringLiteral("a1"));
        f.session->office().tasks.first().row = {{QStringLiteral("a1"), {}, {}}, {}};
        f.window->showSession(f.session);
        QTRY_COMPARE(
            f.noticeText(),
            QStringLiteral(
                "A customer asks to set \u2068“City”\u2069 back at an address that is deleted now."));
        f.noticeButton(QStringLiteral("Look"))->click();
        QTRY_VERIFY(f.messages().contains(QStringLiteral("This address has been deleted.")));
        f.showDialog();
        QVERIFY(!f.part<QPushButton>("taskSetBack")->isEnabled());
        QVERIFY(f.part<QPushButton>("taskDone")->isEnabled());
    }

    void readOnly_canLookOnly()
    {
        Fixture f;
        f.addTask(1, QStringLiteral("a1"), QStringLiteral("Nice"));
        f.session->setReadOnly(true);
        f.open();
        f.showDialog();
        QVERIFY(f.part<QPushButton>("taskGoTo")->isEnabled());
        QVERIFY(!f.part<QPushButton>("taskSetBack")->isEnabled());
        QVERIFY(!f.part<QPushButton>("taskDone")->isEnabled());
    }

    void whatCustomersPutBackBefore_isNoNews()
    {
        Fixture f;
        f.putBack(QStringLiteral("a1"));
        f.open();
        f.settle();
        emit f.session->addressesChanged({QStringLiteral("a1")});
        f.settle();
        QVERIFY(!f.notice("message_customerReverts"));
    }

    void customersRevert_isToldAndShown()
    {
        Fixture f;
        f.open();
        f.settle();
        f.choose(2, "city");
        f.putBack(QStringLiteral("a1"));
        QTRY_COMPARE(f.messages(), QStringLiteral("Anna Adam set \u2068“City”\u2069 back (Home)."));
        QVERIFY(f.grid()->hasFocus()); // Nobody is kept from typing.
        f.notice("message_customerReverts")->findChild<QPushButton *>()->click();
        QTRY_COMPARE(f.field("city")->text(), QStringLiteral("Lyon"));
        f.settle();
        QVERIFY(!f.notice("message_customerReverts"));
        emit f.session->addressesChanged({QStringLiteral("a1")}); // Told once.
        f.settle();
        QVERIFY(!f.notice("message_customerReverts"));
    }

    void show_choosesTheRevertInTheHistory()
    {
        Fixture f;
        HistoryMaker past(*f.session, QStringLiteral("a1"));
        past.save(QStringLiteral("s0"), customerActor, QStringLiteral("2026-03-03T09:00:00.000Z"))
            .reverted(city, QStringLiteral("Nice"), QStringLiteral("Lyon"), QStringLiteral("digest"));
        for (int i = 0; i < 20; ++i) {
            past.save(QStringLiteral("s1%1").arg(i), QStringLiteral("paul"),
                      QStringLiteral("2026-03-04T09:00:00.000Z"))
                .changed(QStringLiteral("label"), QStringLiteral("A"), QStringLiteral("B"));
        }
        // What is chosen where nothing particular is asked for.
        past.save(QStringLiteral("s2"), QStringLiteral("paul"), QStringLiteral("2026-03-05T09:00:00.000Z"))
            .changed(QStringLiteral("zipCode"), QStringLiteral("69001"), f.stored("a1", "zipCode"));
        f.open();
        f.settle();
        f.choose(2, "city");
        const auto *history = f.child<QAbstractItemView>("historyView");
        const QString revert = QStringLiteral("by the customer");
        f.putBack(QStringLiteral("a1")); // The number of the event above.
        QTRY_VERIFY(f.notice("message_customerReverts"));
        f.notice("message_customerReverts")->findChild<QPushButton *>()->click();
        QTRY_COMPARE(f.field("city")->text(), QStringLiteral("Lyon"));
        QTRY_COMPARE(history->currentIndex().data(HistoryModel::ActorRole).toString(), revert);
        QTRY_VERIFY(
            history->viewport()->rect().contains(history->visualRect(history->currentIndex()).center()));
        QVERIFY(history->currentIndex().row() > 20);
    }

    void severalReverts_areOneLine()
    {
        Fixture f;
        f.open();
        f.settle();
        f.putBack(QStringLiteral("a1"));
        QTRY_COMPARE(f.messages(), QStringLiteral("Anna Adam set \u2068“City”\u2069 back (Home)."));
        f.putBack(QStringLiteral("a1"), QStringLiteral("zipCode"));
        QTRY_COMPARE(f.messages(), QStringLiteral("Anna Adam set 2 field(s) back."));
        f.putBack(QStringLiteral("a2"));
        f.putBack(QStringLiteral("a3"));
        QTRY_COMPARE(f.messages(), QStringLiteral("3 customer(s) set changes back."));
        f.notice("message_customerReverts")->findChild<QPushButton *>()->click();
        QTRY_COMPARE(f.messages(), QStringLiteral("2 customer(s) set changes back."));
        QTRY_COMPARE(f.field("city")->text(), QStringLiteral("Nice"));
        // What was closed has been read.
        f.notice("message_customerReverts")
            ->findChild<QToolButton *>(QStringLiteral("closeMessage"))
            ->click();
        f.putBack(QStringLiteral("a2"));
        QTRY_COMPARE(f.messages(), QStringLiteral("Anna Berger set \u2068“City”\u2069 back (Home)."));
    }

    void manyChanges_askOneQuestionAtATime()
    {
        Fixture f;
        f.open();
        f.settle();
        const int before = f.session->office().customerRevertRequests;
        for (int i = 0; i < 20; ++i)
            emit f.session->addressesChanged({QStringLiteral("a1")});
        QCOMPARE(f.session->office().customerRevertRequests, before + 1);
        f.settle();
        QCOMPARE(f.session->office().customerRevertRequests, before + 2);
    }
};

QTEST_MAIN(TestCustomerRequests)
#include "tst_customerrequests.moc"
