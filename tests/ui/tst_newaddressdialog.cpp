#include "tests/items/AddressRows.h"
#include "tests/support/FakeDeskSession.h"
#include "ui/addresses/NewAddressDialog.h"

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
    QPushButton *create() const { return part<QPushButton>("create"); }
};

} // namespace

class NewAddressDialogTest final : public QObject
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

    void customer_isFoundByTyping()
    {
        Fixture f;
        QVERIFY(!f.dialog->customer());
        QTest::keyClicks(f.line("customerSearch"), QStringLiteral("col"));
        QTRY_VERIFY(f.dialog->customer());
        QCOMPARE(f.dialog->customer()->id, QStringLiteral("customer of a3"));
    }

    void create_needsACustomerAndAField()
    {
        Fixture f;
        QVERIFY(!f.create()->isEnabled());
        QTest::keyClicks(f.line("customerSearch"), QStringLiteral("col"));
        QTRY_VERIFY(f.dialog->customer());
        QVERIFY(!f.create()->isEnabled());
        QTest::keyClicks(f.line("new_label"), QStringLiteral("Home"));
        QVERIFY(!f.create()->isEnabled());
        QTest::keyClicks(f.line("new_city"), QStringLiteral(" Brest "));
        QVERIFY(f.create()->isEnabled());
        QSignalSpy requests(f.dialog.get(), &NewAddressDialog::createRequested);
        f.create()->click();
        QCOMPARE(requests.count(), 1);
        QCOMPARE(requests.first().at(0).toString(), QStringLiteral("customer of a3"));
        const auto values = requests.first().at(1).value<FieldValues>();
        QCOMPARE(values.value(QStringLiteral("city")), FieldValue(QStringLiteral("Brest")));
    }

    void values_refused_areNamedAtOnce()
    {
        Fixture f;
        f.dialog->setCustomer(rows::few()[0].customer);
        QTRY_VERIFY(f.dialog->customer());
        f.line("new_city")->setText(QStringLiteral("a\u202Eb"));
        QVERIFY(f.part<QLabel>("newAddressProblem")->text().contains(QStringLiteral("U+202E")));
        QVERIFY(!f.create()->isEnabled());
        f.line("new_city")->setText(QStringLiteral("Brest"));
        QCOMPARE(f.part<QLabel>("newAddressProblem")->text(), QString());
        QVERIFY(f.create()->isEnabled());
    }

    void customer_unknown_isSaid()
    {
        Fixture f;
        QTest::keyClicks(f.line("customerSearch"), QStringLiteral("nobody"));
        QTRY_VERIFY(f.part<QLabel>("newAddressProblem")->text().contains(QStringLiteral("nobody")));
    }

    void problem_keepsWhatWasTyped()
    {
        Fixture f;
        f.line("new_city")->setText(QStringLiteral("Brest"));
        f.dialog->showProblem(QStringLiteral("city"), ValueProblem{ValueProblem::Kind::TooLong, 0, 300});
        QVERIFY(f.part<QLabel>("newAddressProblem")->text().contains(QStringLiteral("City")));
        QCOMPARE(f.line("new_city")->text(), QStringLiteral("Brest"));
    }
};

QTEST_MAIN(NewAddressDialogTest)
#include "tst_newaddressdialog.moc"
