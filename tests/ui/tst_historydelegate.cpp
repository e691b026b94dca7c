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
QImage painted(const QString &when, const QString &actor, const QString &title, Qt::LayoutDirection direction)
{
    QStandardItemModel model(1, 1);
    const QModelIndex index = model.index(0, 0);
    model.setData(index, when, HistoryModel::WhenRole);
    model.setData(index, actor, HistoryModel::ActorRole);
    model.setData(index, title, HistoryModel::TitleRole);
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

} // namespace

class HistoryDelegateTest final : public QObject
{
    Q_OBJECT

private slots:
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

QTEST_MAIN(HistoryDelegateTest)
#include "tst_historydelegate.moc"
