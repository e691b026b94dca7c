#include "tests/ui/WindowFixture.h"

using namespace addressdesk;

namespace {

const QString notKept = QStringLiteral("Unsaved edits cannot be kept");

/// Another window of the same person on the same database.
struct OtherWindow
{
    MainWindow window;
    std::shared_ptr<FakeDeskSession> session = std::make_shared<FakeDeskSession>();

    explicit OtherWindow(WindowFixture &f)
        : window(f.connector, f.credentials, f.mailService, f.settings,
                 f.folder.filePath(QStringLiteral("drafts")))
    {
        session->setRows(rows::few());
        window.showSession(session);
    }
    [[nodiscard]] QString messages() { return window.messages().texts().join(u'\n'); }

private:
    Q_DISABLE_COPY_MOVE(OtherWindow)
};

} // namespace

/// Several windows on one database keep what is typed in each, or say that they do not.
class TestSecondWindow final : public QObject
{
    Q_OBJECT

private slots:
    void secondWindow_keepsItsEditsToo()
    {
        WindowFixture f;
        f.open();
        {
            OtherWindow other(f);
            QTRY_COMPARE(other.window.addresses().rowCount(), 3);
            QVERIFY2(!other.messages().contains(notKept), qPrintable(other.messages()));
            const int city = other.window.addresses().columnOf(QStringLiteral("city"));
            QVERIFY(other.window.addresses().setData(other.window.addresses().index(1, city),
                                                     QStringLiteral("Rennes")));
        } // As in a crash: nobody was asked.
        OtherWindow next(f);
        QTRY_COMPARE(next.window.addresses().rowCount(), 3);
        QVERIFY2(next.messages().contains(QStringLiteral("are back")), qPrintable(next.messages()));
        QVERIFY(next.window.isWindowModified());
    }

    void tooManyWindows_sayThatNothingIsKept()
    {
        WindowFixture f;
        f.open();
        constexpr int count = 9;
        std::vector<std::unique_ptr<OtherWindow>> others;
        others.reserve(count);
        for (int i = 0; i < count; ++i)
            others.push_back(std::make_unique<OtherWindow>(f));
        QVERIFY2(!others[7]->messages().contains(notKept), qPrintable(others[7]->messages()));
        QVERIFY2(others[8]->messages().contains(notKept), qPrintable(others[8]->messages()));
    }
};

QTEST_MAIN(TestSecondWindow)
#include "tst_secondwindow.moc"
