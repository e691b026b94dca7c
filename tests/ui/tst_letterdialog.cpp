#include "tests/support/FakeOfficeDesk.h"
#include "tests/ui/LetterSamples.h"
#include "ui/letter/LetterDialog.h"
#include "ui/letter/TextBlock.h"

#include <QFileDialog>
#include <QGraphicsView>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QtPrintSupport/QPrintDialog>
#include <QtPrintSupport/QPrinter>

using namespace addressdesk;
namespace samples = letterSamples;

namespace {

struct Fixture
{
    FakeOfficeDesk office;
    QTemporaryDir folder;
    std::unique_ptr<LetterDialog> dialog;

    explicit Fixture(const MailLetter &letter = samples::moved())
    {
        office.settings = samples::office();
        office.mails = {letter.mail};
        if (letter.saveToken)
            office.letterTokens.insert(letter.mail.id, *letter.saveToken);
    }
    void open(qint64 mailId = 7)
    {
        dialog = std::make_unique<LetterDialog>(office, SchemaMapping::native(), mailId);
        static_cast<QDialog *>(dialog.get())->show();
    }
    /// Opens it and waits for the letter.
    [[nodiscard]] bool openLoaded()
    {
        open();
        return QTest::qWaitFor([this] { return button("letterPrint")->isEnabled(); });
    }
    QPushButton *button(const char *name) const
    {
        return dialog->findChild<QPushButton *>(QLatin1String(name));
    }
    QString message() const { return dialog->findChild<QLabel *>(QStringLiteral("messageSentence"))->text(); }
    QString hint() const { return dialog->findChild<QLabel *>(QStringLiteral("letterHint"))->text(); }
    QString description() const { return dialog->findChild<QGraphicsView *>()->accessibleDescription(); }
    QString path(const char *name) const { return folder.filePath(QLatin1String(name)); }
    void saveAs(const QString &path) const
    {
        button("letterSave")->click();
        auto *files = dialog->findChild<QFileDialog *>(QStringLiteral("letterFile"));
        files->selectFile(path);
        QMetaObject::invokeMethod(files, "accept");
    }
};

QByteArray startOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(5) : QByteArray();
}

} // namespace

class TestLetterDialog final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void open_showsTheLetter()
    {
        Fixture f;
        f.open();
        QVERIFY(!f.button("letterPrint")->isEnabled());
        QVERIFY(!f.button("letterSave")->isEnabled());
        QTRY_VERIFY(f.button("letterPrint")->isEnabled());
        QVERIFY(f.button("letterPrint")->isDefault());
        QVERIFY(!f.button("letterMark"));
        QVERIFY(f.description().contains(QStringLiteral("7K3D-9Q2M")));
        QVERIFY(f.description().contains(QStringLiteral("69002 LYON")));
        QCOMPARE(f.message(), QString());
        QVERIFY(!f.dialog->findChild<QGraphicsView *>()->accessibleName().isEmpty());
        for (QWidget *widget : f.dialog->findChildren<QPushButton *>())
            QVERIFY(widget->focusPolicy() & Qt::TabFocus);
    }

    void save_offersToMark()
    {
        Fixture f;
        QVERIFY(f.openLoaded());
        f.saveAs(f.path("letter"));
        QTRY_COMPARE(startOf(f.path("letter.pdf")), QByteArray("%PDF-"));
        QVERIFY(f.message().contains(QStringLiteral("letter.pdf")));
        QVERIFY(f.hint().contains(QStringLiteral("cannot be printed with its link again")));
        QVERIFY(f.button("letterMark") && f.button("letterMark")->isVisible());
        QVERIFY(f.button("letterMark")->isDefault());
        QVERIFY(f.office.actions.isEmpty());
    }

    void mark_wipesAndCloses()
    {
        Fixture f;
        QVERIFY(f.openLoaded());
        f.saveAs(f.path("letter.pdf"));
        QTRY_VERIFY(f.button("letterMark"));
        QSignalSpy accepted(f.dialog.get(), &QDialog::accepted);
        QTest::keyClick(f.dialog.get(), Qt::Key_Return);
        QTRY_COMPARE(accepted.count(), 1);
        QCOMPARE(f.office.actions, (QList<std::pair<qint64, MailAction>>{{7, MailAction::MarkPrinted}}));
        QVERIFY(f.office.mails.first().isLetter());
    }

    void mark_refused_isSaidAndLeavesItOpen()
    {
        Fixture f;
        QVERIFY(f.openLoaded());
        f.saveAs(f.path("letter.pdf"));
        QTRY_VERIFY(f.button("letterMark"));
        f.office.nextFailure = Error{ErrorCode::Outdated, {}, {}};
        f.button("letterMark")->click();
        QVERIFY(!f.button("letterMark")->isEnabled());
        QTRY_VERIFY(f.message().contains(QStringLiteral("changed in the meantime")));
        QVERIFY(f.dialog->isVisible());
        QVERIFY(f.button("letterSave")->isEnabled());
    }

    void save_whereNothingCanBeWritten_saysSo()
    {
        Fixture f;
        QVERIFY(f.openLoaded());
        f.button("letterSave")->click();
        auto *files = f.dialog->findChild<QFileDialog *>(QStringLiteral("letterFile"));
        emit files->fileSelected(f.path("missing/folder/letter.pdf"));
        QVERIFY(f.message().contains(QStringLiteral("could not be saved")));
        QVERIFY(!f.button("letterMark"));
    }

    void print_offersToMark()
    {
        Fixture f;
        QVERIFY(f.openLoaded());
        f.button("letterPrint")->click();
        auto *chooser = f.dialog->findChild<QPrintDialog *>();
        QVERIFY(chooser);
        chooser->printer()->setOutputFormat(QPrinter::PdfFormat);
        chooser->printer()->setOutputFileName(f.path("printed.pdf"));
        chooser->done(QDialog::Accepted);
        QTRY_COMPARE(startOf(f.path("printed.pdf")), QByteArray("%PDF-"));
        QVERIFY(f.message().contains(QStringLiteral("printer")));
        QVERIFY(f.button("letterMark") && f.button("letterMark")->isVisible());
    }

    void print_thatFails_saysSo()
    {
        Fixture f;
        QVERIFY(f.openLoaded());
        f.button("letterPrint")->click();
        auto *chooser = f.dialog->findChild<QPrintDialog *>();
        QVERIFY(chooser);
        chooser->printer()->setOutputFormat(QPrinter::PdfFormat);
        chooser->printer()->setOutputFileName(f.path("missing/printed.pdf"));
        chooser->done(QDialog::Accepted);
        QTRY_VERIFY(f.message().contains(QStringLiteral("did not take the letter")));
        QVERIFY(!f.button("letterMark"));
    }

    void letter_printedBefore_hasNoLinkAndNoMark()
    {
        MailLetter letter = samples::moved();
        letter.mail.state = MailState::Sent;
        letter.mail.finishedAt = QStringLiteral("2026-03-04T08:30:00.000Z");
        letter.saveToken.reset();
        Fixture f(letter);
        QVERIFY(f.openLoaded());
        QVERIFY(f.message().contains(QStringLiteral("marked as printed on 4 March 2026")));
        QVERIFY(!f.description().contains(QStringLiteral("http")));
        f.saveAs(f.path("letter.pdf"));
        QTRY_COMPARE(startOf(f.path("letter.pdf")), QByteArray("%PDF-"));
        QVERIFY(!f.button("letterMark"));
    }

    void letter_withoutAddress_isSaid()
    {
        MailLetter letter = samples::moved();
        letter.mail.notice.address = samples::everywhere({});
        Fixture f(letter);
        QVERIFY(f.openLoaded());
        QVERIFY(f.message().contains(QStringLiteral("nowhere to send")));
    }

    void text_isReadInItsOwnDirection_whateverTheDesktops()
    {
        const auto drawn = [](Qt::LayoutDirection desktop) {
            QGuiApplication::setLayoutDirection(desktop);
            const TextBlock block(QStringLiteral("Hello Anna, 26 November."), {}, 300);
            QImage image(320, 40, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            block.draw(painter, {4, 4});
            return image;
        };
        const QImage fromTheRight = drawn(Qt::RightToLeft);
        QCOMPARE(fromTheRight, drawn(Qt::LeftToRight));
    }

    void letter_missing_isSaid()
    {
        Fixture f;
        f.open(8);
        QTRY_VERIFY(f.message().contains(QStringLiteral("not in the outbox")));
        QVERIFY(!f.button("letterPrint")->isEnabled());
    }

    void settings_withUnusableUrl_areSaid()
    {
        Fixture f;
        f.office.settings.publicUrl = QStringLiteral("ftp://example.com");
        f.open();
        QTRY_VERIFY(f.message().contains(QStringLiteral("settings")));
        QVERIFY(!f.button("letterPrint")->isEnabled());
    }
};

QTEST_MAIN(TestLetterDialog)
#include "tst_letterdialog.moc"
