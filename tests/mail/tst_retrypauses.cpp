#include "app/mail/RetryPauses.h"

#include <QtTest>

using namespace addressdesk;
using namespace std::chrono_literals;

class TestRetryPauses final : public QObject
{
    Q_OBJECT

private slots:
    void after_doublesUpToFourHours();
    void after_givesUpFiveDaysAfterTheSave();
    void after_ofUnknownTime_endsAllTheSame();
};

void TestRetryPauses::after_doublesUpToFourHours()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QList<std::chrono::seconds> expected{1min,  1min,  2min,   4min, 8min, 16min,
                                               32min, 64min, 128min, 4h,   4h,   4h};
    for (int attempts = 0; attempts < expected.size(); ++attempts)
        QVERIFY(retryPauses::after(attempts, now, now) == expected[attempts]);
    QVERIFY(retryPauses::after(49, now, now) == 4h);
}

void TestRetryPauses::after_givesUpFiveDaysAfterTheSave()
{
    const QDateTime saved = QDateTime::fromString(u"2026-03-03T13:02:03.5Z"_qs, Qt::ISODateWithMs);
    QVERIFY(retryPauses::after(2, saved, saved.addDays(5).addSecs(-1)));
    QVERIFY(!retryPauses::after(2, saved, saved.addDays(5)));
    QVERIFY(retryPauses::after(1, saved, saved.addDays(5)));
    QVERIFY(retryPauses::after(1, saved, saved.addDays(-1)));
}

void TestRetryPauses::after_ofUnknownTime_endsAllTheSame()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QVERIFY(retryPauses::after(1, {}, now));
    QVERIFY(!retryPauses::after(retryPauses::mostAttempts, {}, now));
}

QTEST_GUILESS_MAIN(TestRetryPauses)
#include "tst_retrypauses.moc"
