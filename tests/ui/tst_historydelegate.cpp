#include "models/items/HistoryModel.h"
#include "models/wording/Isolation.h"
#include "ui/history/HistoryDelegate.h"

#include <QImage>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyleOptionViewItem>
#include <QTest>

using namespace addressdesk;

namespace {

/// The row of a change, as the delegate paints it.
QImage painted(const QMap<int, QVariant> &texts, Qt::LayoutDirection direction)
{
    QStandardItemModel model(1, 1);
    const QModelIndex index = model.index(0, 0);
    for (auto text = texts.cbegin(); text != texts.cend(); ++text)
        model.setData(index, text.value(), text.key());
    model.setData(index, QStringLiteral("city"), HistoryModel::FieldRole);
    model.setData(index, true, HistoryModel::IsFirstOfSaveRole);
    model.setData(index, true, HistoryModel::IsLastOfSaveRole);
    HistoryDelegate delegate;
    delegate.setTitles({QStringLiteral("A title that is wide")});
    QImage image(500, 120, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setLayoutDirection(direction);
    QStyleOptionViewItem option;
    option.rect = image.rect();
    option.direction = direction;
    delegate.paint(&painter, option, index);
    return image;
}

QImage painted(const QString &when, const QString &actor, const QString &title, Qt::LayoutDirection direction)
{
    return painted(
        {{HistoryModel::WhenRole, when}, {HistoryModel::ActorRole, actor}, {HistoryModel::TitleRole, title}},
        direction);
}

/// A reason, and a mail beside it that cannot be seen but for the dot between them.
QImage paintedFoot(const QString &reason, int spaces, Qt::LayoutDirection direction)
{
    const HistoryMailLine mail{QString(spaces, QChar::Nbsp)};
    return painted({{HistoryModel::ReasonRole, reason},
                    {HistoryModel::MailLinesRole, QVariant::fromValue(QList<HistoryMailLine>{mail})}},
                   direction);
}

/// Where two pictures of one size differ.
QRect difference(const QImage &a, const QImage &b)
{
    QRect rect;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            if (a.pixel(x, y) != b.pixel(x, y))
                rect |= QRect(x, y, 1, 1);
        }
    }
    return rect;
}

} // namespace

class TestHistoryDelegate final : public QObject
{
    Q_OBJECT

private slots:
    void dot_standsBetweenTheReasonAndTheMail_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::addColumn<QString>("reason");
        for (const char *reason : {"moved", "\u05e2\u05d1\u05e8"}) {
            QTest::addRow("left to right, %s", reason) << Qt::LeftToRight << QString::fromUtf8(reason);
            QTest::addRow("right to left, %s", reason) << Qt::RightToLeft << QString::fromUtf8(reason);
        }
    }
    void dot_standsBetweenTheReasonAndTheMail()
    {
        QFETCH(Qt::LayoutDirection, direction);
        QFETCH(QString, reason);
        const QImage ofAShortMail = paintedFoot(reason, 4, direction);
        QCOMPARE(paintedFoot(reason, 40, direction), ofAShortMail);
        // And nothing else is there beside the reason.
        const QRect dot = difference(ofAShortMail, painted({{HistoryModel::ReasonRole, reason}}, direction));
        QVERIFY(!dot.isEmpty());
        QVERIFY2(dot.width() <= 4 && dot.height() <= 4, qPrintable(QString::number(dot.width())));
    }

    void texts_areReadInTheirOwnDirection_data()
    {
        QTest::addColumn<QString>("when");
        QTest::addColumn<QString>("actor");
        QTest::addColumn<QString>("title");
        QTest::newRow("date") << QStringLiteral("27 août 2026") << QString() << QString();
        QTest::newRow("who") << QString() << QStringLiteral("2 marie (Lyon)") << QString();
        QTest::newRow("field") << QString() << QString() << QStringLiteral("No.");
    }
    void texts_areReadInTheirOwnDirection()
    {
        QFETCH(QString, when);
        QFETCH(QString, actor);
        QFETCH(QString, title);
        for (const auto direction : {Qt::RightToLeft, Qt::LeftToRight}) {
            const QImage told = painted(when, actor, title, direction);
            QVERIFY(told != painted({}, {}, {}, direction));
            QCOMPARE(told, painted(wording::isolated(when), wording::isolated(actor),
                                   wording::isolated(title), direction));
        }
    }
};

QTEST_MAIN(TestHistoryDelegate)
#include "tst_historydelegate.moc"
