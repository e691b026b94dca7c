#include "tests/support/HistoryMaker.h"
#include "tests/ui/WindowFixture.h"

#include "ui/addresses/NewAddressDialog.h"
#include "ui/history/HistoryMenu.h"
#include "ui/widgets/Mnemonics.h"

#include <QAbstractButton>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTranslator>

using namespace addressdesk;

namespace {

/// A letter and what it leads to.
using Uses = QMultiMap<QString, QString>;

void note(Uses &uses, const QString &text, const QString &where = {})
{
    const QString letter = mnemonics::lettersOf({text});
    if (!letter.isEmpty())
        uses.insert(letter, where + text);
}

QStringList clashes(const Uses &uses)
{
    QStringList result;
    const QStringList letters = uses.uniqueKeys();
    for (const QString &letter : letters) {
        if (uses.count(letter) > 1)
            result.append(letter + QStringLiteral(": ") +
                          QStringList(uses.values(letter)).join(QStringLiteral(" / ")));
    }
    return result;
}

/// Within one menu, and within each below it.
QStringList clashesOf(const QList<QAction *> &actions)
{
    Uses uses;
    QStringList below;
    for (const QAction *action : actions) {
        note(uses, action->text());
        if (action->menu())
            below += clashesOf(action->menu()->actions());
    }
    return clashes(uses) + below;
}

/// What Alt and a letter may mean in the window or dialog itself: menus, buttons and labels that lead to a
/// field. Also what is hidden now, as it may come.
Uses usesOf(const QWidget &window)
{
    Uses uses;
    if (const auto *menuBar = window.findChild<QMenuBar *>()) {
        const QList<QAction *> menus = menuBar->actions();
        for (const QAction *menu : menus)
            note(uses, menu->text(), QStringLiteral("menu "));
    }
    const QList<QWidget *> widgets = window.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (widget->window() != &window)
            continue;
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            note(uses, button->text(), QStringLiteral("button "));
        else if (const auto *label = qobject_cast<const QLabel *>(widget); label && label->buddy())
            note(uses, label->text(), QStringLiteral("label "));
    }
    return uses;
}

} // namespace

/// Alt and a letter means one thing.
class TestMnemonics final : public QObject
{
    Q_OBJECT

private slots:
    void window_hasNoClash_data() { languages(); }
    void window_hasNoClash()
    {
        speak();
        WindowFixture f;
        f.open();
        f.choose(0, "city");
        f.grid()->model()->setData(f.grid()->currentIndex(), QStringLiteral("Nice"));
        QTRY_VERIFY(f.child("saveBar")->isVisible());
        tell(f, "a",
             {message("&Restore and save", "SaveController"), message("Discard edits", "SaveController")});
        tell(f, "b", {message("&Look", "TaskNews"), message("&Done", "TaskNews")});
        tell(f, "c", {message("&Show", "RevertNews")});
        QCOMPARE(clashes(usesOf(*f.window)).join(u'\n'), QString());
        QVERIFY(usesOf(*f.window).size() >= 12); // Not by having none.
        tell(f, "a", {message("&Undo", "DiscardController")});
        tell(f, "b", {message("&Try again", "AddressNews"), message("&Restore", "AddressNews")});
        tell(f, "c", {message("Sho&w it", "RefusedTexts"), message("Sho&w them", "TaskNews")});
        QCOMPARE(clashes(usesOf(*f.window)).join(u'\n'), QString());
    }

    void undo_hasOneLetterEverywhere_data() { languages(); }
    void undo_hasOneLetterEverywhere()
    {
        speak();
        WindowFixture f;
        HistoryMaker past(*f.session, QStringLiteral("a2"));
        past.save(QStringLiteral("s"), QStringLiteral("paul"), QStringLiteral("2026-03-03T09:00:00.000Z"))
            .changed(QStringLiteral("city"), QStringLiteral("Rennes"), QStringLiteral("Paris"));
        f.open();
        const QString letter = mnemonics::lettersOf({message("&Undo", "DeskActions")});
        f.choose(0, "city");
        f.press(Qt::Key_Delete, Qt::ControlModifier);
        QTRY_COMPARE(undoLetters(*f.window), letter);
        QTRY_VERIFY(f.child<QPushButton>("setBackButton")->isEnabled());
        f.child<QPushButton>("setBackButton")->click();
        QTRY_VERIFY(f.child("historyUndo")->isVisible());
        QCOMPARE(mnemonics::lettersOf({f.child<QPushButton>("historyUndo")->text()}), letter);
        // Two at once: the newest has it, and the other gets it back.
        QCOMPARE(undoLetters(*f.window), letter);
        QCOMPARE(clashes(usesOf(*f.window)).join(u'\n'), QString());
        f.press(Qt::Key(letter.front().toUpper().unicode()), Qt::AltModifier);
        QTRY_COMPARE(f.stored("a2", "city"), QStringLiteral("Paris"));
        QTRY_VERIFY(!f.child("historyUndo")->isVisible());
        QTRY_COMPARE(undoLetters(*f.window), letter);
        f.press(Qt::Key(letter.front().toUpper().unicode()), Qt::AltModifier);
        QTRY_VERIFY(f.session->stored(QStringLiteral("a1")));
    }

    void menus_haveNoClash_data() { languages(); }
    void menus_haveNoClash()
    {
        speak();
        WindowFixture f;
        f.open();
        QStringList found = clashesOf(f.window->menuBar()->actions());
        found += clashesOf(f.grid()->actions());
        QStandardItemModel history(1, 1);
        for (int role = Qt::UserRole; role < Qt::UserRole + 30; ++role)
            history.setData(history.index(0, 0), QStringLiteral("x"), role);
        HistoryMenu menu(history.index(0, 0), f.window.get());
        menu.setAttribute(Qt::WA_DeleteOnClose, false);
        menu.offerSetBack(true, true);
        QVERIFY(menu.actions().size() >= 7);
        found += clashesOf(menu.actions());
        QCOMPARE(found.join(u'\n'), QString());
    }

    void dialogs_haveNoClash_data() { languages(); }
    void dialogs_haveNoClash()
    {
        speak();
        FakeDeskSession session;
        session.setRows(rows::few());
        NewAddressDialog newAddress(session);
        const Uses fields = usesOf(newAddress);
        QCOMPARE(clashes(fields).join(u'\n'), QString());
        qsizetype lines = 0;
        for (const FieldMapping &field : session.mapping().fields)
            lines += newAddress.findChild<QLineEdit *>(QStringLiteral("new_") + field.id) ? 1 : 0;
        QVERIFY(lines > 5);
        QVERIFY(fields.size() >= lines + 2); // The customer and "Create" too.
    }

    void marked_leadsToTheFirstSuchLetter()
    {
        QCOMPARE(mnemonics::marked(QStringLiteral("City"), u't'), QStringLiteral("Ci&ty"));
        QCOMPARE(mnemonics::marked(QStringLiteral("A & B"), u'b'), QStringLiteral("A && &B"));
        QCOMPARE(mnemonics::marked(QStringLiteral("City"), {}), QStringLiteral("City"));
    }

    void fitted_takesAnotherLetterOnlyWhereItHasTo()
    {
        QCOMPARE(mnemonics::fitted(QStringLiteral("&Undo"), QStringLiteral("abc")), QStringLiteral("&Undo"));
        QCOMPARE(mnemonics::fitted(QStringLiteral("&Undo"), QStringLiteral("abUc")), QStringLiteral("U&ndo"));
        QCOMPARE(mnemonics::fitted(QStringLiteral("A && &B"), QStringLiteral("b")),
                 QStringLiteral("&A && B"));
        QCOMPARE(mnemonics::fitted(QStringLiteral("&Go"), QStringLiteral("og")), QStringLiteral("Go"));
        QCOMPARE(mnemonics::fitted(QStringLiteral("Close"), QStringLiteral("c")), QStringLiteral("Close"));
    }

    void cleanup() { QCoreApplication::removeTranslator(&m_translator); }

private:
    static void languages()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << QStringLiteral("en");
        QTest::newRow("French") << QStringLiteral("fr");
    }
    void speak()
    {
        QFETCH(QString, language);
        QVERIFY(m_translator.load(QStringLiteral(":/i18n/address-desk_%1.qm").arg(language)));
        QCoreApplication::installTranslator(&m_translator);
    }
    /// Of every Undo that is shown.
    static QString undoLetters(const QWidget &window)
    {
        const QString undo = mnemonics::stripped(message("&Undo", "DeskActions"));
        QStringList texts;
        const QList<QPushButton *> buttons = window.findChildren<QPushButton *>();
        for (const QPushButton *button : buttons) {
            if (button->isVisible() && mnemonics::stripped(button->text()) == undo)
                texts.append(button->text());
        }
        return mnemonics::lettersOf(texts);
    }
    static QString message(const char *text, const char *context)
    {
        return QCoreApplication::translate((QByteArray("addressdesk::") + context).constData(), text);
    }
    static void tell(const WindowFixture &f, const char *topic, const QStringList &buttons)
    {
        Message message{
            QLatin1String(topic), Message::Kind::Information, QStringLiteral("Something."), {}, {}};
        for (const QString &button : buttons)
            message.actions.append({button, [] {
                                    }});
        f.window->messages().tell(message);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // What it replaced.
    }

    QTranslator m_translator;
};

QTEST_MAIN(TestMnemonics)
#include "tst_mnemonics.moc"
