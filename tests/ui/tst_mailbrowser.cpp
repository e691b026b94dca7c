#include "tests/ui/FakeBrowser.h"
#include "ui/mail/MailBrowser.h"

#include <QImage>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>

using namespace addressdesk;

class TestMailBrowser final : public QObject
{
    Q_OBJECT

private slots:
    void loadsNothingFromOutside()
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

    void opensOnlyTheWeb_andOnlyWhenClicked()
    {
        const FakeBrowser web;
        MailBrowser browser;
        browser.setHtml(QStringLiteral("<a href='https://example.com/r/1'>link</a>"));
        QVERIFY(web.opened().isEmpty());
        for (const char *link : {"file:///etc/passwd", "javascript:alert(1)", "mailto:a@b.c", "other.html",
                                 "https://example.com/r/1"})
            emit browser.anchorClicked(QUrl(QLatin1String(link)));
        QCOMPARE(web.opened(), QList<QUrl>{QUrl(QStringLiteral("https://example.com/r/1"))});
        QCOMPARE(browser.toPlainText(), QStringLiteral("link"));
    }
};

QTEST_MAIN(TestMailBrowser)
#include "tst_mailbrowser.moc"
