#include "models/wording/TimeWording.h"

#include <QTimeZone>
#include <QtTest>

using namespace addressdesk;

class TestTimeWording final : public QObject
{
    Q_OBJECT

private slots:
    void relativeTime_isInWords_data();
    void relativeTime_isInWords();
    void exactTime_hasSecondsAndZone();
    void zoneName_isNamed_whereTheZoneHasNoAbbreviation();
};

void TestTimeWording::relativeTime_isInWords_data()
{
    QTest::addColumn<QString>("when");
    QTest::addColumn<QString>("words");
    QTest::newRow("now") << u"2026-03-10T12:00:00Z"_qs << u"just now"_qs;
    QTest::newRow("a server a little ahead") << u"2026-03-10T12:00:20Z"_qs << u"just now"_qs;
    QTest::newRow("minutes") << u"2026-03-10T11:55:00Z"_qs << u"5 minute(s) ago"_qs;
    QTest::newRow("today") << u"2026-03-10T08:05:00Z"_qs << u"today at 09:05"_qs;
    QTest::newRow("yesterday, by the local calendar")
        << u"2026-03-09T22:30:00Z"_qs << u"yesterday at 23:30"_qs;
    QTest::newRow("midnight in Paris is today") << u"2026-03-09T23:30:00Z"_qs << u"today at 00:30"_qs;
    QTest::newRow("days") << u"2026-03-07T12:00:00Z"_qs << u"3 day(s) ago"_qs;
    QTest::newRow("date") << u"2026-03-03T12:00:00Z"_qs << u"3 March 2026"_qs;
    QTest::newRow("another year") << u"2024-12-31T23:30:00Z"_qs << u"1 January 2025"_qs;
}

void TestTimeWording::relativeTime_isInWords()
{
    QFETCH(const QString, when);
    QFETCH(const QString, words);
    const QDateTime now = QDateTime::fromString(u"2026-03-10T12:00:00Z"_qs, Qt::ISODate);
    const QLocale british(QLocale::English, QLocale::UnitedKingdom);
    QCOMPARE(wording::relativeTime(QDateTime::fromString(when, Qt::ISODate), now, british), words);
}

void TestTimeWording::exactTime_hasSecondsAndZone()
{
    const QDateTime when = QDateTime::fromString(u"2026-07-03T12:04:05Z"_qs, Qt::ISODate);
    QCOMPARE(wording::exactTime(when, QLocale(QLocale::English, QLocale::UnitedKingdom)),
             u"3 July 2026 at 14:04:05 (CEST)"_qs);
}

void TestTimeWording::zoneName_isNamed_whereTheZoneHasNoAbbreviation()
{
    const QByteArray before = qgetenv("TZ");
    qputenv("TZ", "America/Sao_Paulo");
    const QDateTime when = QDateTime::fromString(u"2026-07-03T12:04:05Z"_qs, Qt::ISODate);
    const QString there = wording::exactTime(when, QLocale(QLocale::English, QLocale::UnitedKingdom));
    qputenv("TZ", before);
    QCOMPARE(there, u"3 July 2026 at 09:04:05 (UTC-03)"_qs);
}

QTEST_GUILESS_MAIN(TestTimeWording)
#include "tst_timewording.moc"
