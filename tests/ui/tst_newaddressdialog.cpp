#include "tests/items/AddressRows.h"
#include "tests/support/FakeDeskSession.h"
#include "ui/addresses/NewAddressDialog.h"
#include "ui/addresses/UsualCountry.h"
#include "ui/widgets/FoldedMessage.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace addressdesk;

namespace {

struct Fixture
{
    FakeDeskSession session;
    std::unique_ptr<NewAddressDialog> dialog;

    Fixture()
    {
        session.setRows(rows::few());
        dialog = std::make_unique<NewAddressDialog>(session);
        dialog->show();
    }
    template<typename T> T *part(const char *name) const
    {
        return dialog->findChild<T *>(QLatin1String(name));
    }
    QLineEdit *line(const char *name) const { return part<QLineEdit>(name); }
    /// The sentence below a field stands there.
    bool isTold(const char *field) const
    {
        const auto *problem =
            dialog->findChild<QLabel *>(QStringLiteral("problemOf_") + QLatin1String(field));
        return problem && problem->isVisibleTo(dialog.get());
    }
    QPushButton *create() const { return part<QPushButton>("create"); }
};

} // namespace

class TestNewAddressDialog final : public QObject
{
    Q_OBJECT

private slots:
    void fields_labelAndCountryFirst()
    {
        Fixture f;
        QStringList order;
        const QList<QLineEdit *> lines = f.dialog->findChildren<QLineEdit *>();
        for (QLineEdit *line : lines) {
            if (line->objectName().startsWith(u"new_"))
                order.append(line->objectName().mid(4));
        }
        QCOMPARE(order.mid(0, 3), (QStringList{QStringLiteral("label"), QStringLiteral("country"),
                                               QStringLiteral("streetNumber")}));
    }

    void tab_leadsThroughThePartsAsTheyStand()
    {
        Fixture f;
        QVERIFY(QTest::qWaitForWindowActive(f.dialog.get()));
        QStringList order;
        QList<std::pair<int, int>> places;
        f.line("customerSearch")->setFocus();
        do {
            QWidget *focus = f.dialog->focusWidget();
            order.append(focus->objectName());
            const QPoint place = focus->mapTo(f.dialog.get(), QPoint());
            places.emplaceBack(place.y(), place.x());
            QTest::keyClick(focus, Qt::Key_Tab);
        } while (!f.line("customerSearch")->hasFocus() && order.size() < 20);
        QCOMPARE(order.mid(0, 8).join(u' '), QStringLiteral("customerSearch new_label new_country "
                                                            "new_streetNumber new_streetName new_zipCode "
                                                            "new_city create"));
        QCOMPARE(order.size(), 9); // And the button beside it.
        for (qsizetype i = 1; i < places.size(); ++i)
            QVERIFY2(places[i - 1] < places[i], qPrintable(order[i]));
    }

    void country_isThatOfTheCustomersOtherAddresses()
    {
        Fixture f;
        AddressRow abroad =
            rows::row(QStringLiteral("a4"), QStringLiteral("Dumas"), QStringLiteral("Lausanne"));
        abroad.address.values.insert(QStringLiteral("country"), QStringLiteral("Suisse"));
        f.session.insertElsewhere(abroad);
        QTest::keyClicks(f.line("customerSearch"), QStringLiteral("dumas"));
        QTRY_COMPARE(f.line("new_country")->text(), QStringLiteral("Suisse"));
        f.line("customerSearch")->selectAll();
        QTest::keyClicks(f.line("customerSearch"), QStringLiteral("col"));
        QTRY_COMPARE(f.line("new_country")->text(), QStringLiteral("France"));
        f.line("new_country")->selectAll();
        QTest::keyClicks(f.line("new_country"), QStringLiteral("Italie"));
        f.line("customerSearch")->selectAll();
        QTest::keyClicks(f.line("customerSearch"), QStringLiteral("dumas"));
        QTRY_VERIFY(f.dialog->customer() && f.dialog->customer()->lastName == QStringLiteral("Dumas"));
        QVERIFY(f.session.pageRequests().constLast().query.search.startsWith(QStringLiteral("dumas")));
        QTRY_COMPARE(f.session.waitingCount(), 0); // The usual country has been told.
        QCOMPARE(f.line("new_country")->text(), QStringLiteral("Italie"));
    }

    void country_ofACustomerWithoutAddresses_isTheMostUsed()
    {
        Fixture f;
        AddressRow row = rows::row(QStringLiteral("a4"), QStringLiteral("Dumas"), QStringLiteral("Lausanne"));
        f.session.insertElsewhere(row);
        f.session.deleteElsewhere(QStringLiteral("a4"));
        QTest::keyClicks(f.line("customerSearch"), QStringLiteral("dumas"));
        QTRY_COMPARE(f.line("new_country")->text(), QStringLiteral("France"));
    }

    void country_askedForAnotherCustomerMeanwhile_isThatOnesOnly()
    {
        FakeDeskSession session;
        AddressRow abroad =
            rows::row(QStringLiteral("a4"), QStringLiteral("Dumas"), QStringLiteral("Lausanne"));
        abroad.address.values.insert(QStringLiteral("country"), QStringLiteral("Suisse"));
        session.setRows(rows::few() + QList<AddressRow>{abroad});
        UsualCountry usual(session, nullptr);
        const QSignalSpy found(&usual, &UsualCountry::found);
        Customer withoutAddress;
        withoutAddress.id = QStringLiteral("nobody");
        withoutAddress.lastName = QStringLiteral("Nobody");
        usual.ask(withoutAddress);
        usual.ask(abroad.customer);
        QTRY_COMPARE(session.waitingCount(), 0);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.constFirst().constFirst().toString(), QStringLiteral("Suisse"));
    }

    void withoutAnyCustomer_thatIsSaidAtOnce()
    {
        FakeDeskSession empty;
        NewAddressDialog dialog(empty);
        dialog.show();
        const auto *sentence = dialog.findChild<QLabel *>(QStringLiteral("noCustomers"));
        QTRY_VERIFY(sentence->isVisible());
        QVERIFY(sentence->text().contains(QStringLiteral("Your company's own program")));
        const auto *create = dialog.findChild<QPushButton *>(QStringLiteral("create"));
        QVERIFY(!create->isEnabled());
        QCOMPARE(create->toolTip(), QStringLiteral("There is no customer yet."));
        QVERIFY(!dialog.findChild<QLineEdit *>(QStringLiteral("customerSearch"))->isEnabled());
    }

    void withoutAnyCustomer_isNotSaidOfASlowSearch()
    {
        FakeDeskSession session;
        session.setRows(rows::few());
        session.setManual(true);
        NewAddressDialog dialog(session);
        dialog.show();
        session.answerAll();
        auto *search = dialog.findChild<QLineEdit *>(QStringLiteral("customerSearch"));
        QTest::keyClicks(search, QStringLiteral("nobody"));
        QTRY_COMPARE(session.waitingCount(), 1);
        search->selectAll();
        QTest::keyClick(search, Qt::Key_Delete);
        session.answer(); // Nobody is found; the search for everybody has not begun yet.
        const auto *sentence = dialog.findChild<QLabel *>(QStringLiteral("noCustomers"));
        QVERIFY(sentence->isHidden());
        QVERIFY(search->isEnabled());
        QTRY_COMPARE(session.waitingCount(), 1);
        session.answer();
        const auto *list = dialog.findChild<QListView *>(QStringLiteral("customerList"));
        QCOMPARE(list->model()->rowCount(), 3);
        QVERIFY(sentence->isHidden());
    }

    void whatIsMissing_pushesNoFieldOutOfSight()
    {
        Fixture f;
        QVERIFY(QTest::qWaitForWindowExposed(f.dialog.get()));
        const int height = f.dialog->height();
        f.create()->click();
        QTRY_VERIFY(f.dialog->height() > height);
        QTRY_VERIFY(!f.line("new_city")->visibleRegion().isEmpty());
        for (const char *name : {"customerSearch", "new_label", "new_country", "new_city"}) {
            const QLineEdit *line = f.line(name);
            QTRY_COMPARE(line->visibleRegion().boundingRect(), line->rect());
        }
    }

    void withoutCustomer_typingGoesIntoTheSearch()
    {
        Fixture f;
        f.dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(f.dialog.get()));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("lef"));
        QCOMPARE(f.dialog->findChild<QLineEdit *>(QStringLiteral("customerSearch"))->text(),
                 QStringLiteral("lef"));
    }

    void customer_isFoundByTyping()
    {
        Fixture f;
        QVERIFY(!f.dialog->customer());
        QTest::keyClicks(f.line("customerSearch"), QStringLiteral("col"));
        QTRY_VERIFY(f.dialog->customer());
        QCOMPARE(f.dialog->customer()->id, QStringLiteral("customer of a3"));
    }

    void create_withoutAnything_saysWhatIsMissing()
    {
        Fixture f;
        QSignalSpy requests(f.dialog.get(), &NewAddressDialog::createRequested);
        f.create()->click();
        QVERIFY(f.isTold("customerSearch"));
        QVERIFY(f.isTold("new_streetName"));
        QVERIFY(f.isTold("new_city"));
        QVERIFY(!f.isTold("new_label"));
        QTRY_VERIFY(f.line("customerSearch")->hasFocus());
        QTest::keyClicks(f.line("customerSearch"), QStringLiteral("col"));
        QTRY_VERIFY(f.dialog->customer());
        QVERIFY(!f.isTold("customerSearch"));
        QVERIFY(requests.isEmpty());
    }

    void create_withOnlyACountry_goesToWhatIsMissing()
    {
        Fixture f;
        f.dialog->setCountry(QStringLiteral("France"));
        f.dialog->setCustomer(rows::few()[0].customer);
        QTRY_VERIFY(f.dialog->customer());
        QSignalSpy requests(f.dialog.get(), &NewAddressDialog::createRequested);
        QVERIFY(!f.isTold("new_streetName")); // Nobody has asked for anything yet.
        QTRY_VERIFY(f.line("new_label")->hasFocus());
        QTest::keyClick(f.line("new_label"), Qt::Key_Return);
        QVERIFY(requests.isEmpty());
        QTRY_VERIFY(f.line("new_streetName")->hasFocus());
        QCOMPARE(f.line("new_streetName")->accessibleDescription(),
                 QStringLiteral("Please enter the street. Where there is none, a label will do."));
        QTest::keyClicks(f.line("new_streetName"), QStringLiteral("Quai Duperre"));
        QVERIFY(!f.isTold("new_streetName"));
        QTest::keyClick(f.line("new_streetName"), Qt::Key_Return);
        QVERIFY(requests.isEmpty());
        QTRY_VERIFY(f.line("new_city")->hasFocus());
        QTest::keyClicks(f.line("new_city"), QStringLiteral(" Brest "));
        QTest::keyClick(f.line("new_city"), Qt::Key_Return);
        QCOMPARE(requests.count(), 1);
        QCOMPARE(requests.first().at(0).toString(), QStringLiteral("customer of a1"));
        const auto values = requests.first().at(1).value<FieldValues>();
        QCOMPARE(values.value(QStringLiteral("city")), FieldValue(QStringLiteral("Brest")));
    }

    void create_withALabelInsteadOfAStreet_isAllowed()
    {
        Fixture f;
        f.dialog->setCustomer(rows::few()[0].customer);
        QTRY_VERIFY(f.dialog->customer());
        QSignalSpy requests(f.dialog.get(), &NewAddressDialog::createRequested);
        f.line("new_label")->setText(QStringLiteral("Ferme du Bois"));
        f.line("new_city")->setText(QStringLiteral("Brest"));
        f.create()->click();
        QCOMPARE(requests.count(), 1);
    }

    void values_refused_areNamedAtOnce()
    {
        Fixture f;
        f.dialog->setCustomer(rows::few()[0].customer);
        QTRY_VERIFY(f.dialog->customer());
        f.line("new_city")->setText(QStringLiteral("a\u202Eb"));
        QVERIFY(f.part<FoldedMessage>("newAddressProblem")->sentence().contains(QStringLiteral("U+202E")));
        QVERIFY(!f.create()->isEnabled());
        f.line("new_city")->setText(QStringLiteral("Brest"));
        QCOMPARE(f.part<FoldedMessage>("newAddressProblem")->sentence(), QString());
        QVERIFY(f.create()->isEnabled());
    }

    void customer_unknown_isSaid()
    {
        Fixture f;
        QTest::keyClicks(f.line("customerSearch"), QStringLiteral("nobody"));
        QTRY_VERIFY(
            f.part<FoldedMessage>("newAddressProblem")->sentence().contains(QStringLiteral("nobody")));
    }

    void problem_keepsWhatWasTyped()
    {
        Fixture f;
        f.line("new_city")->setText(QStringLiteral("Brest"));
        f.dialog->showProblem(QStringLiteral("city"), ValueProblem{ValueProblem::Kind::TooLong, 0, 300});
        QVERIFY(f.part<FoldedMessage>("newAddressProblem")->sentence().contains(QStringLiteral("City")));
        QCOMPARE(f.line("new_city")->text(), QStringLiteral("Brest"));
    }
};

QTEST_MAIN(TestNewAddressDialog)
#include "tst_newaddressdialog.moc"
