#include "tests/support/HistoryMaker.h"
#include "tests/ui/WindowFixture.h"

#include "ui/appearance/Appearance.h"
#include "ui/widgets/ElidedLabel.h"

#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QListView>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QTranslator>

using namespace addressdesk;

namespace {

const QSize smallest(683, 344);
const QString longWord = QStringLiteral("Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson");

/// What stands in a widget and does not fit; empty when all of it does.
QString cutText(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        const bool isMeantToBeCut = qobject_cast<const ElidedLabel *>(label) || label->text().isEmpty();
        const int room = label->contentsRect().width();
        const int wanted = label->wordWrap() ? 0 : label->sizeHint().width();
        const bool isTooLow = label->wordWrap() && label->height() < label->heightForWidth(label->width());
        return !isMeantToBeCut && (wanted > label->width() || isTooLow || room < 0) ? label->text()
                                                                                    : QString();
    }
    if (const auto *button = qobject_cast<const QPushButton *>(&widget))
        return button->width() < button->minimumSizeHint().width() ? button->text() : QString();
    if (const auto *button = qobject_cast<const QToolButton *>(&widget);
        button && button->toolButtonStyle() != Qt::ToolButtonIconOnly)
        return button->width() < button->sizeHint().width() ? button->text() : QString();
    if (const auto *box = qobject_cast<const QComboBox *>(&widget))
        return box->width() < box->minimumSizeHint().width() ? box->currentText() : QString();
    return {};
}

QStringList cutTexts(const MainWindow &window)
{
    QStringList result;
    const QList<QWidget *> widgets = window.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!widget->isVisible() || widget->window() != &window)
            continue;
        if (const QString text = cutText(*widget); !text.isEmpty())
            result.append(widget->objectName() + QStringLiteral(": ") + text);
    }
    const auto *header = window.findChild<QTableView *>(QStringLiteral("addresses"))->horizontalHeader();
    for (int column = 0; column < header->count(); ++column) {
        if (header->sectionSize(column) < header->sectionSizeHint(column))
            result.append(header->model()->headerData(column, Qt::Horizontal).toString());
    }
    return result;
}

} // namespace

/// No word is cut on the smallest screens, whatever the language and however long the address.
class TestWindowRoom final : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsCut_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        for (const char *language : {"en", "fr"}) {
            for (const QSize &size : {QSize(1366, 730), QSize(1280, 680)})
                QTest::addRow("%s %dx%d", language, size.width(), size.height()) << language << size;
        }
    }

    void nothingIsCut()
    {
        QFETCH(QString, language);
        QFETCH(QSize, size);
        speak(language);
        WindowFixture f;
        f.window->resize(size);
        f.session->setRows({longAddress()});
        f.window->showSession(f.session);
        QTRY_COMPARE(f.grid()->model()->rowCount(), 1);
        settle();
        f.choose(0, "city");
        change(f, "Rennes");
        f.window->save();
        QTRY_COMPARE(f.stored("a1", "city"), QStringLiteral("Rennes"));
        QTRY_VERIFY(f.child<QPushButton>("setBackButton")->isVisible());
        settle();
        QCOMPARE(cutTexts(*f.window).join(u'\n'), QString());

        f.child<QPushButton>("setBackButton")->click();
        QTRY_VERIFY(f.child("historyNotice")->isVisible());
        change(f, "Brest");
        f.grid()->model()->setData(f.grid()->model()->index(0, f.column("streetName")), longWord);
        f.session->changeElsewhere(QStringLiteral("a1"), QStringLiteral("city"), QStringLiteral("Nantes"));
        f.window->messages().tell(
            {QStringLiteral("x"),
             Message::Kind::Warning,
             longWord,
             {{QCoreApplication::translate("addressdesk::SaveController", "&Restore and save"),
               [] {
               }}},
             {}});
        QTRY_VERIFY(f.child("saveBar")->isVisible());
        settle();
        QCOMPARE(cutTexts(*f.window).join(u'\n'), QString());
    }

    void withoutHistory_thatIsSaidWhole_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        for (const char *language : {"en", "fr"}) {
            for (const QSize &size : {QSize(1366, 730), QSize(740, 680), QSize(740, 560), QSize(740, 440)})
                QTest::addRow("%s %dx%d", language, size.width(), size.height()) << language << size;
        }
    }

    void withoutHistory_thatIsSaidWhole()
    {
        QFETCH(QString, language);
        QFETCH(QSize, size);
        speak(language);
        WindowFixture f;
        f.window->resize(size);
        f.window->showSession(f.session);
        QTRY_COMPARE(f.grid()->model()->rowCount(), 3);
        f.choose(0, "city");
        change(f, "Rennes");
        QTRY_VERIFY(f.child("saveBar")->isVisible());
        auto *state = f.child<QLabel>("historyState");
        QTRY_VERIFY(state->isVisible() && !state->text().isEmpty());
        settle();
        QVERIFY2(state->height() >= state->heightForWidth(state->width()) &&
                     f.child("historyPanel")->rect().contains(state->geometry()) &&
                     state->visibleRegion().boundingRect() == state->rect(),
                 qPrintable(state->text()));
    }

    void smallestScreen_everyButtonCanBeReached_data() { languages(); }

    /// 1366 × 768 at 200 %, without the desktop's bar and the window's title.
    void smallestScreen_everyButtonCanBeReached()
    {
        QFETCH(QString, language);
        speak(language);
        WindowFixture f;
        f.window->resize(smallest);
        settle();
        QCOMPARE(f.window->size(), smallest); // The welcome page scrolls.
        f.window->showSession(f.session);
        QTRY_COMPARE(f.grid()->model()->rowCount(), 3);
        f.choose(0, "city");
        change(f, "Rennes");
        QTRY_VERIFY(f.child("saveBar")->isVisible());
        f.window->messages().tell({QStringLiteral("x"), Message::Kind::Warning, longWord, {}, {}});
        settle();
        QCOMPARE(f.window->size(), smallest);
        for (const char *name : {"showEdit", "discard", "save"}) {
            const auto *button = f.child<QPushButton>(name);
            QVERIFY2(button->visibleRegion().boundingRect() == button->rect() &&
                         button->width() >= button->minimumSizeHint().width(),
                     name);
        }
        // A city that an edit empties is said by a sign at least, and in its tool tip.
        change(f, "");
        settle();
        QCOMPARE(f.window->size(), smallest);
        for (const char *name : {"showEdit", "saveWarningMark", "discard", "save"}) {
            const auto *part = f.child(name);
            QVERIFY2(part->isVisible() && part->visibleRegion().boundingRect() == part->rect(), name);
        }
        QVERIFY(!f.child("saveWarningMark")->toolTip().isEmpty());
        change(f, "Rennes");
        QCOMPARE(f.child<QLabel>("unsavedCounts")->accessibleName(), countsOf(f, 1366));
    }

    void doubtInTheBar_isCutBeforeTheRestIs_data() { languages(); }
    void doubtInTheBar_isCutBeforeTheRestIs()
    {
        QFETCH(QString, language);
        speak(language);
        WindowFixture f;
        f.open();
        f.window->resize(1024, 700);
        f.choose(0, "city");
        change(f, "");
        QTRY_VERIFY(f.child("saveWarning")->isVisible());
        settle();
        const QString counts = f.child<QLabel>("unsavedCounts")->text();
        QVERIFY(f.child<QLineEdit>("reason")->isVisible());
        bool hasCaption = false;
        const QList<QLabel *> labels = f.child("saveBar")->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            hasCaption = hasCaption || (label->buddy() && label->isVisible());
        QVERIFY(hasCaption);
        QCOMPARE(counts, countsOf(f, 1366));
    }

    void smallestScreen_messagesStayShort_data() { languages(); }
    void smallestScreen_messagesStayShort()
    {
        QFETCH(QString, language);
        speak(language);
        WindowFixture f;
        f.open();
        f.window->resize(smallest);
        f.choose(0, "city");
        change(f, "Rennes");
        const int line = f.grid()->fontMetrics().lineSpacing();
        const auto said = [](const char *text) {
            return QCoreApplication::translate("addressdesk::SaveController", text);
        };
        const auto nothing = [] {
        };
        f.window->messages().tell({QStringLiteral("x"),
                                   Message::Kind::Warning,
                                   said("Somebody else has deleted this address. Your edits are kept."),
                                   {{said("&Restore and save"), nothing}, {said("Discard edits"), nothing}},
                                   {}});
        settle();
        QCOMPARE(f.window->size(), smallest);
        const QWidget *message = f.child("message_x");
        const auto *text = message->findChild<QLabel *>(QStringLiteral("messageText"));
        QVERIFY2(text->height() <= 2 * line, qPrintable(QString::number(text->height() / line)));
        QVERIFY2(message->height() < 5 * line, qPrintable(QString::number(message->height() / line)));
        QCOMPARE(cutTexts(*f.window).filter(QStringLiteral("message")).join(u'\n'), QString());
        const QList<QPushButton *> buttons = message->findChildren<QPushButton *>();
        for (const QPushButton *button : buttons)
            QCOMPARE(button->visibleRegion().boundingRect(), button->rect());
        // Where there is room, all of it stands in one row.
        f.window->resize(1366, 740);
        settle();
        QVERIFY(message->height() < 3 * line);
    }

    void envelope_ofALongName_showsAllOfIt()
    {
        WindowFixture f;
        QList<AddressRow> rows = rows::few();
        rows[0].customer.lastName =
            QStringLiteral("Adam-Bouteville de la Rochefoucauld-Liancourt-Montmorency");
        rows[0].address.values[QStringLiteral("streetName")] = QString(90, u'W');
        f.session->setRows(rows);
        f.open();
        const auto *envelope = f.child("envelope");
        f.choose(1, "city");
        settle();
        const int usual = envelope->height();
        f.choose(0, "city");
        const QList<QLabel *> lines = envelope->findChildren<QLabel *>();
        QTRY_VERIFY(envelope->height() > usual);
        for (const QLabel *line : lines) {
            QVERIFY(!qobject_cast<const ElidedLabel *>(line));
            QCOMPARE(cutText(*line), QString());
            QVERIFY(envelope->rect().contains(line->geometry()));
            // The stamp's place stays free.
            QVERIFY(line->geometry().right() < envelope->width() - 10 * appearance::step);
        }
        f.choose(1, "city");
        QTRY_COMPARE(envelope->height(), usual);
    }

    void smallestScreen_whenGoingToTheHistory_showsTheChosenChangeWhole()
    {
        WindowFixture f;
        HistoryMaker past(*f.session, QStringLiteral("a1"));
        const QString at = QStringLiteral("2026-03-03T09:00:00.000Z");
        past.save(QStringLiteral("s1"), QStringLiteral("paul"), at, QStringLiteral("moved"))
            .changed(QStringLiteral("label"), QStringLiteral("Work"), f.stored("a1", "label"))
            .save(QStringLiteral("s2"), QStringLiteral("paul"), at, QStringLiteral("moved, phoned"))
            .changed(QStringLiteral("city"), QStringLiteral("Nice"), f.stored("a1", "city"));
        f.open();
        f.window->resize(smallest);
        f.choose(0, "city");
        settle();
        auto *history = f.child<QListView>("historyView");
        QTRY_COMPARE(history->currentIndex().row(), 1);
        settle();
        const int before = f.child("addressDock")->height();
        f.trigger("showHistory");
        for (int i = 0; i < 2; ++i) {
            settle();
            const QRect card = history->visualRect(history->currentIndex());
            QVERIFY2(history->viewport()->rect().contains(card), qPrintable(QString::number(i)));
            f.trigger("nextChangeAction");
        }
        QCOMPARE(f.window->size(), smallest);
        QVERIFY(f.child("customerName")->visibleRegion().boundingRect() == f.child("customerName")->rect());

        f.field("city")->setFocus();
        settle();
        QCOMPARE(f.child("addressDock")->height(), before);
    }

    void formKeepsItsHeight_whenTheWindowChangesIts()
    {
        WindowFixture f;
        f.open();
        f.window->resizeDocks({f.child<QDockWidget>("addressDock"), f.child<QDockWidget>("historyDock")},
                              {320, 300}, Qt::Vertical);
        settle();
        const int chosen = f.child("addressDock")->height();
        for (const int height : {660, 1000, 740}) {
            f.window->resize(1366, height);
            settle();
            QCOMPARE(f.child("addressDock")->height(), chosen);
        }
        f.window->resize(1366, 420); // There is not so much room.
        settle();
        QVERIFY(f.child("addressDock")->height() < chosen);
        f.window->resize(1366, 740);
        settle();
        QCOMPARE(f.child("addressDock")->height(), chosen);
    }

    void windowAtFirst_showsTheFormAndAChange_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("hasEnvelope");
        QTest::newRow("high") << QSize(1366, 900) << true;
        QTest::newRow("1080 lines at 200 %") << QSize(960, 512) << false;
    }

    void windowAtFirst_showsTheFormAndAChange()
    {
        QFETCH(QSize, size);
        QFETCH(bool, hasEnvelope);
        WindowFixture f;
        HistoryMaker past(*f.session, QStringLiteral("a1"));
        past.save(QStringLiteral("s1"), QStringLiteral("paul"), QStringLiteral("2026-03-03T09:00:00.000Z"),
                  QStringLiteral("moved"))
            .changed(QStringLiteral("city"), longWord, f.stored("a1", "city"));
        f.window->resize(size);
        f.window->showSession(f.session);
        QTRY_COMPARE(f.grid()->model()->rowCount(), 3);
        f.choose(0, "city");
        auto *history = f.child<QListView>("historyView");
        for (const char *city : {"", "Rennes"}) { // The bar of edits takes room as well.
            if (*city)
                change(f, city);
            settle();
            QTRY_COMPARE(history->currentIndex().row(), 1);
            settle();
            QCOMPARE(f.child("envelope")->isVisible(), hasEnvelope);
            QCOMPARE(f.child<QScrollArea>("addressScroll")->verticalScrollBar()->maximum(), 0);
            QVERIFY(history->viewport()->rect().contains(history->visualRect(history->currentIndex())));
            QVERIFY(f.child("setBackButton")->isVisible());
        }
        QCOMPARE(f.window->size(), size);
    }

    void formDraggedHigherInALowWindow_keepsItsHeight()
    {
        WindowFixture f;
        f.window->resize(960, 512);
        f.window->showSession(f.session);
        QTRY_COMPARE(f.grid()->model()->rowCount(), 3);
        f.choose(0, "city");
        settle();
        const QWidget *form = f.child("addressDock");
        const QPoint line(form->geometry().center().x(), form->geometry().bottom() + 2);
        const QPoint lower = line + QPoint(0, 60);
        QTest::mousePress(f.window->windowHandle(), Qt::LeftButton, {}, line);
        QTest::mouseMove(f.window->windowHandle(), lower);
        settle();
        QTRY_VERIFY(form->geometry().bottom() > line.y() + 40);
        QTest::mouseRelease(f.window->windowHandle(), Qt::LeftButton, {}, lower);
        const int chosen = form->height();
        f.window->resize(961, 512);
        settle();
        QCOMPARE(form->height(), chosen);
    }

    void earlierPostalCode_isShownWhole()
    {
        WindowFixture f;
        f.window->resize(1366, 730);
        f.window->showSession(f.session);
        QTRY_COMPARE(f.grid()->model()->rowCount(), 3);
        f.choose(0, "city");
        f.grid()->model()->setData(f.grid()->model()->index(0, f.column("zipCode")), QStringLiteral("75002"));
        f.grid()->model()->setData(f.grid()->model()->index(0, f.column("streetNumber")),
                                   QStringLiteral("7bis"));
        settle();
        for (const char *name : {"was_zipCode", "was_streetNumber"}) {
            const auto *was = f.child<QLabel>(name);
            QVERIFY2(was->fontMetrics().horizontalAdvance(was->text()) <= was->contentsRect().width(),
                     qPrintable(was->text()));
        }
        QCOMPARE(f.field("zipCode")->accessibleDescription(), f.child<QLabel>("was_zipCode")->text());
    }

    void shortValues_areShownWhole_data()
    {
        QTest::addColumn<QString>("language");
        for (const char *language : {"en", "fr"})
            QTest::newRow(language) << QString::fromLatin1(language);
    }
    void shortValues_areShownWhole()
    {
        QFETCH(QString, language);
        QVERIFY(m_translator.load(QStringLiteral(":/i18n/address-desk_%1.qm").arg(language)));
        QCoreApplication::installTranslator(&m_translator);
        WindowFixture f;
        f.window->resize(1100, 730);
        f.window->showSession(f.session);
        QTRY_COMPARE(f.grid()->model()->rowCount(), 3);
        settle();
        const auto isWhole = [&f](const char *column, const char *value) {
            const int margins = 2 * (f.grid()->style()->pixelMetric(QStyle::PM_FocusFrameHMargin) + 1);
            return f.grid()->columnWidth(f.column(column)) >=
                   f.grid()->fontMetrics().horizontalAdvance(QLatin1String(value)) + margins;
        };
        QVERIFY(isWhole("streetNumber", "0304bis"));
        QVERIFY(isWhole("zipCode", "WC2N 5DU"));
        QVERIFY(!f.grid()->horizontalScrollBar()->isVisible());
    }

    void cleanup() { QCoreApplication::removeTranslator(&m_translator); }

private:
    void speak(const QString &language)
    {
        QVERIFY(m_translator.load(QStringLiteral(":/i18n/address-desk_%1.qm").arg(language)));
        QCoreApplication::installTranslator(&m_translator);
    }
    static AddressRow longAddress()
    {
        AddressRow row = rows::few().first();
        for (auto value = row.address.values.begin(); value != row.address.values.end(); ++value) {
            if (value.key() != QStringLiteral("streetNumber") && value.key() != QStringLiteral("zipCode"))
                *value = longWord;
        }
        row.customer.lastName = longWord;
        row.customer.firstName = QStringLiteral("Marie-Antoinette Josephe Jeanne");
        return row;
    }
    static void languages()
    {
        QTest::addColumn<QString>("language");
        for (const char *language : {"en", "fr"})
            QTest::addRow("%s", language) << language;
    }
    /// What the bar says where it has room.
    static QString countsOf(const WindowFixture &f, int width)
    {
        f.window->resize(width, f.window->height());
        settle();
        return f.child<QLabel>("unsavedCounts")->text();
    }
    static void change(const WindowFixture &f, const char *city)
    {
        f.grid()->model()->setData(f.grid()->model()->index(0, f.column("city")), QLatin1String(city));
    }
    /// Layouts and queued arrangements are through.
    static void settle()
    {
        for (int i = 0; i < 3; ++i) {
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
        }
    }
    QTranslator m_translator;
};

QTEST_MAIN(TestWindowRoom)
#include "tst_windowroom.moc"
