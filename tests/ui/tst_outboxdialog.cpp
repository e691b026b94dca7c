#include "tests/items/MailRecords.h"
#include "tests/support/FakeDeskSession.h"
#include "tests/support/FakeMailService.h"
#include "ui/addresses/ColumnWidths.h"
#include "ui/addresses/EmptyState.h"
#include "ui/mail/MailBrowser.h"
#include "ui/mail/OutboxDialog.h"
#include "ui/messages/MessageBar.h"

#include <QAccessible>
#include <QComboBox>
#include <QDesktopServices>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSplitter>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>

using namespace addressdesk;

namespace {

struct Outbox
{
    FakeDeskSession session;
    FakeMailService service;
    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    std::unique_ptr<OutboxDialog> dialog;

    explicit Outbox(const QList<MailRecord> &mails = mails::everyState())
    {
        service.keptRoute.kind = MailRoute::Kind::Smtp;
        session.office().mails = mails;
        open();
    }
    void open()
    {
        dialog = std::make_unique<OutboxDialog>(service, settings);
        dialog->setSession(&session);
        dialog->show();
        QTRY_VERIFY(dialog->model().isLoaded());
    }
    /// The sender has done something.
    void change(qint64 mailId, const std::function<void(MailRecord &)> &work)
    {
        for (MailRecord &mail : session.office().mails) {
            if (mail.id == mailId)
                work(mail);
        }
        emit session.office().officeChanged();
    }
    template<typename T = QPushButton> [[nodiscard]] T *child(const char *name) const
    {
        return dialog->findChild<T *>(QLatin1String(name));
    }
    [[nodiscard]] QTableView *table() const { return child<QTableView>("outboxTable"); }
    [[nodiscard]] QString messages() const { return dialog->messages().texts().join(u'\n'); }
    void choose(qint64 mailId) const
    {
        table()->setCurrentIndex(dialog->model().index(dialog->model().rowOf(mailId), 0));
    }
    void answerMessage(const char *topic, const char *button) const
    {
        // The last: those before it are on their way out.
        const QList<QWidget *> frames = dialog->findChildren<QWidget *>(QLatin1String(topic));
        QVERIFY(!frames.isEmpty());
        const QList<QPushButton *> buttons = frames.last()->findChildren<QPushButton *>();
        for (QPushButton *candidate : buttons) {
            if (candidate->text() == QString::fromUtf8(button)) {
                candidate->click();
                return;
            }
        }
        QFAIL("there is no such button");
    }
    [[nodiscard]] MailState stateOf(qint64 mailId)
    {
        for (const MailRecord &mail : std::as_const(session.office().mails)) {
            if (mail.id == mailId)
                return mail.state;
        }
        return MailState::Failed;
    }
};

/// Takes the links that would open in a web browser.
class Browser final : public QObject
{
    Q_OBJECT

public:
    QList<QUrl> opened;

    Browser()
    {
        for (const char *scheme : {"https", "http", "file", "javascript"})
            QDesktopServices::setUrlHandler(QLatin1String(scheme), this, "open");
    }
    ~Browser() override
    {
        for (const char *scheme : {"https", "http", "file", "javascript"})
            QDesktopServices::unsetUrlHandler(QLatin1String(scheme));
    }

public slots:
    void open(const QUrl &url) { opened.append(url); }
};

} // namespace

class OutboxDialogTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void opened_showsTheNewestMail()
    {
        Outbox outbox;
        QCOMPARE(outbox.table()->currentIndex().row(), 0);
        QTRY_COMPARE(outbox.child<QTextBrowser>("mailHtml")->toPlainText(), QStringLiteral("Text"));
        QCOMPARE(outbox.child<QPlainTextEdit>("mailText")->toPlainText(), QStringLiteral("Text"));
        QCOMPARE(outbox.child<QLabel>("mailSubject")->text(), QStringLiteral("Subject"));
        QVERIFY(outbox.child<QLabel>("mailNote")->isHidden());
        QTRY_VERIFY(outbox.table()->hasFocus());
    }

    void names_everyControlHasOne()
    {
        const Outbox outbox;
        QCOMPARE(outbox.table()->accessibleName(), QStringLiteral("Outbox"));
        QCOMPARE(outbox.child<QTextBrowser>("mailHtml")->accessibleName(), QStringLiteral("Mail"));
        QStringList nameless;
        const QList<QWidget *> widgets = outbox.dialog->findChildren<QWidget *>();
        for (QWidget *widget : widgets) {
            const bool isControl = widget->focusPolicy() != Qt::NoFocus && widget->isVisible();
            if (isControl && QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name).isEmpty())
                nameless.append(QLatin1String(widget->metaObject()->className()) + u' ' +
                                widget->objectName());
        }
        QCOMPARE(nameless.join(u'\n'), QString());
    }

    void buttons_doWhatTheStateAllows_andSayWhyNot_data()
    {
        QTest::addColumn<qint64>("mailId");
        QTest::addColumn<QStringList>("possible");
        const QString address = QStringLiteral("mailAddress");
        QTest::newRow("waiting") << qint64{6}
                                 << QStringList{QStringLiteral("mailRetry"), QStringLiteral("mailCancel"),
                                                address};
        QTest::newRow("being sent") << qint64{5} << QStringList{address};
        QTest::newRow("failed") << qint64{4} << QStringList{QStringLiteral("mailRetry"), address};
        QTest::newRow("letter") << qint64{3} << QStringList{QStringLiteral("mailLetter"), address};
        QTest::newRow("cancelled") << qint64{2} << QStringList{QStringLiteral("mailRetry"), address};
        QTest::newRow("sent") << qint64{1} << QStringList{QStringLiteral("mailSendAgain"), address};
    }
    void buttons_doWhatTheStateAllows_andSayWhyNot()
    {
        QFETCH(qint64, mailId);
        QFETCH(QStringList, possible);
        const Outbox outbox;
        outbox.choose(mailId);
        QStringList enabled;
        for (const char *name : {"mailRetry", "mailSendAgain", "mailCancel", "mailLetter", "mailAddress"}) {
            const auto *button = outbox.child(name);
            if (button->isEnabled())
                enabled.append(button->objectName());
            QVERIFY(button->toolTip().contains(button->accessibleDescription().left(20)));
            QVERIFY(!button->accessibleDescription().isEmpty());
        }
        QCOMPARE(enabled, possible);
    }

    void readOnly_offersNothingThatWrites()
    {
        Outbox outbox;
        outbox.session.setReadOnly(true);
        outbox.dialog->setSession(&outbox.session);
        QTRY_VERIFY(outbox.child("mailAddress")->isEnabled());
        QVERIFY(!outbox.child("mailRetry")->isEnabled());
        QCOMPARE(outbox.child("mailRetry")->accessibleDescription(),
                 QStringLiteral("This database can only be read."));
    }

    void retry_queuesTheMailAgain_andKeepsItChosen()
    {
        Outbox outbox;
        outbox.choose(4);
        outbox.child("mailRetry")->click();
        QVERIFY(!outbox.child("mailRetry")->isEnabled());
        QTRY_COMPARE(outbox.stateOf(4), MailState::Queued);
        QTRY_COMPARE(outbox.table()->currentIndex().data().toString(), QStringLiteral("Waiting"));
        QCOMPARE(outbox.table()->currentIndex().data(OutboxModel::MailIdRole).toLongLong(), 4);
        QCOMPARE(outbox.session.office().actions.first().second, MailAction::Retry);
        QVERIFY(outbox.messages().contains(QStringLiteral("sent next")));
        QVERIFY(outbox.child("mailCancel")->isEnabled());
    }

    void retry_promisesOnlyWhatCanBe()
    {
        Outbox outbox;
        outbox.service.keptRoute.kind = MailRoute::Kind::None;
        outbox.choose(4);
        outbox.child("mailRetry")->click();
        QTRY_VERIFY(outbox.messages().contains(QStringLiteral("waits with the others")));
        outbox.service.isSendingHere = false;
        outbox.choose(1);
        outbox.child("mailSendAgain")->click();
        outbox.answerMessage("message_mailQuestion", "Send it again");
        QTRY_VERIFY(outbox.messages().contains(QStringLiteral("server program")));
        QCOMPARE(outbox.session.office().actions.last().second, MailAction::SendAgain);
    }

    void sendAgain_asksFirst_becauseTheCustomerGetsASecondMail()
    {
        Outbox outbox;
        outbox.choose(1);
        outbox.child("mailSendAgain")->click();
        QVERIFY2(outbox.messages().contains(QStringLiteral("fabre@example.com")),
                 qPrintable(outbox.messages()));
        QVERIFY(outbox.messages().contains(QStringLiteral("a second time")));
        QVERIFY(outbox.session.office().actions.isEmpty());
        outbox.answerMessage("message_mailQuestion", "Leave it");
        QVERIFY(outbox.session.office().actions.isEmpty());
        outbox.service.keptRoute.kind = MailRoute::Kind::Folder;
        outbox.child("mailSendAgain")->click();
        QVERIFY2(!outbox.messages().contains(QStringLiteral("a second time")), qPrintable(outbox.messages()));
        outbox.answerMessage("message_mailQuestion", "Write it again");
        QTRY_COMPARE(outbox.stateOf(1), MailState::Queued);
        QTRY_VERIFY(outbox.messages().contains(QStringLiteral("is written into the folder next")));
    }

    void whatIsTold_followsTheMail()
    {
        Outbox outbox;
        outbox.choose(4);
        outbox.child("mailRetry")->click();
        QTRY_VERIFY(outbox.messages().contains(QStringLiteral("sent next")));
        outbox.change(4, [](MailRecord &mail) {
            mail.state = MailState::Sending;
            mail.attempts = 1;
        });
        QTRY_COMPARE(outbox.table()->currentIndex().data().toString(), QStringLiteral("Being sent"));
        QVERIFY(outbox.messages().contains(QStringLiteral("sent next")));
        outbox.change(4, [](MailRecord &mail) {
            mail.state = MailState::Queued;
            mail.nextAttemptAt = mails::ago(-5);
            mail.lastError = QStringLiteral("451 later");
        });
        QTRY_VERIFY2(outbox.messages().startsWith(QStringLiteral("Tried 1 time(s) in vain")),
                     qPrintable(outbox.messages()));
        QVERIFY(!outbox.messages().contains(QStringLiteral("sent next")));
    }

    void whatIsTold_endsWithSuccessOrFailure()
    {
        Outbox outbox;
        for (const MailState state : {MailState::Sent, MailState::Failed}) {
            outbox.change(4, [](MailRecord &mail) { mail.state = MailState::Failed; });
            QTRY_COMPARE(outbox.dialog->model().mail(outbox.dialog->model().rowOf(4))->state,
                         MailState::Failed);
            outbox.choose(4);
            outbox.child("mailRetry")->click();
            QTRY_VERIFY(outbox.messages().contains(QStringLiteral("sent next")));
            outbox.change(4, [state](MailRecord &mail) {
                mail.state = state;
                mail.attempts = 1;
                mail.finishedAt = mails::ago(0);
            });
            const QString told =
                state == MailState::Sent ? QStringLiteral("Sent on ") : QStringLiteral("Given up ");
            QTRY_VERIFY2(outbox.messages().startsWith(told), qPrintable(outbox.messages()));
        }
    }

    void whatIsTold_changesWithTheRoute_andIsGoneWithTheMail()
    {
        Outbox outbox;
        outbox.choose(4);
        outbox.child("mailRetry")->click();
        QTRY_VERIFY(outbox.messages().contains(QStringLiteral("sent next")));
        outbox.service.currentProblem = Error{ErrorCode::ConnectionFailed, {}, {}};
        emit outbox.service.stateChanged();
        QVERIFY2(!outbox.messages().contains(QStringLiteral("sent next")), qPrintable(outbox.messages()));
        QVERIFY(outbox.messages().contains(QStringLiteral("waits with the others")));
        outbox.dialog->setFilter(OutboxModel::Filter::Sent);
        QTRY_VERIFY(!outbox.messages().contains(QStringLiteral("in the queue")));
    }

    void size_columnsAndSplit_comeBack()
    {
        Outbox outbox;
        outbox.dialog->resize(760, 640);
        auto *header = outbox.table()->horizontalHeader();
        outbox.table()->findChild<ColumnWidths *>()->setChosen(true);
        header->resizeSection(0, 222);
        outbox.child<QSplitter>("outboxSplitter")->setSizes({200, 300});
        const QList<int> split = outbox.child<QSplitter>("outboxSplitter")->sizes();
        outbox.dialog->close();
        outbox.open();
        QCOMPARE(outbox.dialog->size(), QSize(760, 640));
        QCOMPARE(outbox.table()->horizontalHeader()->sectionSize(0), 222);
        QCOMPARE(outbox.child<QSplitter>("outboxSplitter")->sizes(), split);
    }

    void columnsThatNobodyChose_shareTheWidth()
    {
        Outbox outbox;
        outbox.dialog->resize(760, 640);
        outbox.dialog->close();
        outbox.open();
        outbox.dialog->resize(1200, 640);
        QTRY_COMPARE(outbox.table()->horizontalHeader()->length(), outbox.table()->viewport()->width());
    }

    void cancel_asksFirst_becauseItCannotBeUndone()
    {
        Outbox outbox;
        outbox.choose(6);
        outbox.child("mailCancel")->click();
        QVERIFY(outbox.messages().contains(QStringLiteral("Adam, Anna")));
        QVERIFY(outbox.session.office().actions.isEmpty());
        outbox.answerMessage("message_mailQuestion", "Keep it");
        QVERIFY(outbox.session.office().actions.isEmpty());
        outbox.child("mailCancel")->click();
        outbox.choose(4);
        QVERIFY(outbox.messages().isEmpty());
        outbox.choose(6);
        outbox.child("mailCancel")->click();
        outbox.answerMessage("message_mailQuestion", "Cancel this mail");
        QTRY_COMPARE(outbox.stateOf(6), MailState::Cancelled);
    }

    void cancel_underAFilter_keepsTheMessage()
    {
        Outbox outbox;
        outbox.dialog->setFilter(OutboxModel::Filter::Waiting);
        QTRY_COMPARE(outbox.dialog->model().rowCount(), 2);
        outbox.child("mailCancel")->click();
        outbox.answerMessage("message_mailQuestion", "Cancel this mail");
        QTRY_COMPARE(outbox.dialog->model().rowCount(), 1);
        QCOMPARE(outbox.messages(), QStringLiteral("The mail is cancelled."));
        QCOMPARE(outbox.table()->currentIndex().data(OutboxModel::MailIdRole).toLongLong(), 5);
    }

    void refusals_areSentences_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("words");
        QTest::newRow("outdated") << ErrorCode::Outdated << QStringLiteral("in the meantime");
        QTest::newRow("permission") << ErrorCode::PermissionDenied << QStringLiteral("may not do this");
        QTest::newRow("gone") << ErrorCode::NotFound << QStringLiteral("does not exist");
    }
    void refusals_areSentences()
    {
        QFETCH(ErrorCode, code);
        QFETCH(QString, words);
        Outbox outbox;
        outbox.choose(4);
        outbox.session.office().nextFailure = Error{code, QStringLiteral("<b>detail</b>"), {}};
        outbox.child("mailRetry")->click();
        QTRY_VERIFY2(outbox.messages().contains(words), qPrintable(outbox.messages()));
        QTRY_VERIFY(outbox.child("mailRetry")->isEnabled());
    }

    void filter_withoutMails_saysSo_andShowsAllAgain()
    {
        Outbox outbox({mails::mail(1, MailState::Sent, QStringLiteral("Fabre"))});
        auto *filter = outbox.child<QComboBox>("outboxFilter");
        filter->setCurrentIndex(2);
        const auto *empty = outbox.child<EmptyState>("outboxEmpty");
        QTRY_COMPARE(empty->sentence(), QStringLiteral("No mail has failed."));
        QVERIFY(!outbox.child("mailRetry")->isEnabled());
        QCOMPARE(outbox.child("mailRetry")->accessibleDescription(), QStringLiteral("Choose a mail first."));
        outbox.child<QPushButton>("emptyAction")->click();
        QTRY_COMPARE(outbox.dialog->model().rowCount(), 1);
        QVERIFY(empty->sentence().isEmpty());
    }

    void letterAndAddress_areAskedFor()
    {
        const Outbox outbox;
        const QSignalSpy letters(outbox.dialog.get(), &OutboxDialog::letterRequested);
        const QSignalSpy addresses(outbox.dialog.get(), &OutboxDialog::addressRequested);
        outbox.choose(3);
        outbox.child("mailLetter")->click();
        QCOMPARE(letters.value(0).value(0).toLongLong(), 3);
        QTest::keyClick(outbox.table(), Qt::Key_Return);
        QCOMPARE(addresses.value(0).value(0).toString(), QStringLiteral("a1"));
    }

    void mailInAFolder_canBeShownThere()
    {
        Browser browser;
        Outbox outbox;
        outbox.choose(1);
        auto *show = outbox.child("mailShowFile");
        QTRY_VERIFY(!outbox.child<QPlainTextEdit>("mailText")->toPlainText().isEmpty());
        QVERIFY(show->isHidden());
        outbox.service.nextPreview.file = QStringLiteral("/home/anna/mails/one.eml");
        outbox.choose(2);
        QTRY_VERIFY(show->isVisible());
        QCOMPARE(show->accessibleDescription(), QStringLiteral("/home/anna/mails/one.eml"));
        show->click();
        QCOMPARE(browser.opened, QList<QUrl>{QUrl(QStringLiteral("file:///home/anna/mails"))});
        outbox.service.nextPreview.file.clear();
        outbox.choose(1);
        QTRY_VERIFY(show->isHidden());
    }

    void preview_ofAnEarlierMail_isDropped()
    {
        Outbox outbox;
        outbox.service.nextPreview.text = QStringLiteral("old");
        outbox.choose(2);
        outbox.service.nextPreview.text = QStringLiteral("new");
        outbox.service.nextPreview.hasLinks = false;
        outbox.choose(1);
        QTRY_COMPARE(outbox.child<QPlainTextEdit>("mailText")->toPlainText(), QStringLiteral("new"));
        QVERIFY(!outbox.child<QLabel>("mailNote")->isHidden());
        outbox.service.nextFailure = Error{ErrorCode::InvalidArgument, {}, {}};
        outbox.choose(2);
        QTRY_VERIFY(
            outbox.child<QLabel>("mailNote")->text().startsWith(QStringLiteral("The mail cannot be shown.")));
        QVERIFY(outbox.child<QPlainTextEdit>("mailText")->toPlainText().isEmpty());
    }

    void preview_thatComesWhenNoMailIsShown_isDropped()
    {
        Outbox outbox;
        QTRY_VERIFY(!outbox.child<QPlainTextEdit>("mailText")->toPlainText().isEmpty());
        outbox.choose(2);
        outbox.dialog->setSession(nullptr);
        QCoreApplication::processEvents();
        QVERIFY(outbox.child<QPlainTextEdit>("mailText")->toPlainText().isEmpty());
        QVERIFY(outbox.child<QTextBrowser>("mailHtml")->toPlainText().isEmpty());
    }

    void serversWords_arePlainText()
    {
        QList<MailRecord> list{mails::mail(1, MailState::Failed, QStringLiteral("<i>Fabre</i>"))};
        list[0].lastError = QStringLiteral("550 <a href='https://evil'>click</a>");
        const Outbox outbox(list);
        auto *state = outbox.child<QLabel>("mailState");
        QVERIFY(state->text().contains(QStringLiteral("<a href")));
        for (const char *name : {"mailState", "mailSubject", "mailRecipient", "mailNote"})
            QCOMPARE(outbox.child<QLabel>(name)->textFormat(), Qt::PlainText);
    }

    void browser_loadsNothingFromOutside()
    {
        const QTemporaryDir folder;
        QImage image(64, 48, QImage::Format_RGB32);
        image.fill(Qt::red);
        const QString file = folder.filePath(QStringLiteral("spy.png"));
        QVERIFY(image.save(file));
        MailBrowser browser;
        browser.setHtml(QStringLiteral("<p>A<img src='file://%1'></p>").arg(file));
        QTextDocument *mail = browser.document();
        for (const QUrl &picture :
             {QUrl::fromLocalFile(file), QUrl(QStringLiteral("https://example.com/a.png"))})
            QCOMPARE(mail->resource(QTextDocument::ImageResource, picture).value<QImage>().width(), 1);
        const QVariant style =
            mail->resource(QTextDocument::StyleSheetResource, QUrl(QStringLiteral("file:///etc/passwd")));
        QVERIFY(style.toByteArray().isEmpty());
        browser.setSource(QUrl::fromLocalFile(file));
        QVERIFY(browser.toPlainText().isEmpty());
    }

    void browser_opensOnlyTheWeb_andOnlyWhenClicked()
    {
        const Browser web;
        MailBrowser browser;
        browser.setHtml(QStringLiteral("<a href='https://example.com/r/1'>link</a>"));
        QVERIFY(web.opened.isEmpty());
        for (const char *link : {"file:///etc/passwd", "javascript:alert(1)", "mailto:a@b.c", "other.html",
                                 "https://example.com/r/1"})
            emit browser.anchorClicked(QUrl(QLatin1String(link)));
        QCOMPARE(web.opened, QList<QUrl>{QUrl(QStringLiteral("https://example.com/r/1"))});
        QCOMPARE(browser.toPlainText(), QStringLiteral("link"));
    }

    void route_thatIsNotSet_isSaid()
    {
        Outbox outbox;
        QVERIFY(outbox.messages().isEmpty());
        const QSignalSpy settings(outbox.dialog.get(), &OutboxDialog::settingsRequested);
        outbox.service.keptRoute.kind = MailRoute::Kind::None;
        emit outbox.service.stateChanged();
        QVERIFY(outbox.messages().startsWith(QStringLiteral("Mails wait here")));
        outbox.service.currentProblem = Error{ErrorCode::AuthenticationFailed, {}, {}};
        emit outbox.service.stateChanged();
        QVERIFY(outbox.messages().startsWith(QStringLiteral("Mails cannot be sent")));
        outbox.answerMessage("message_mailService", "Mail settings…");
        QCOMPARE(settings.size(), 1);
    }
};

QTEST_MAIN(OutboxDialogTest)
#include "tst_outboxdialog.moc"
