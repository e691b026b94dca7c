#include "models/items/AddressPageCache.h"

#include "tests/items/AddressRows.h"

#include <QTest>

using namespace addressdesk;

namespace {

AddressPage fullPage(int pageIndex)
{
    AddressPage page;
    for (int i = 0; i < AddressPageCache::pageSize; ++i) {
        const QString id = QStringLiteral("a%1").arg(pageIndex * AddressPageCache::pageSize + i);
        page.rows.append(rows::row(id, QStringLiteral("Adam"), QStringLiteral("Lyon")));
    }
    page.last = {{QStringLiteral("Adam")}, page.rows.last().address.id};
    return page;
}

} // namespace

class TestAddressPageCache final : public QObject
{
    Q_OBJECT

private slots:
    void store_isBounded()
    {
        AddressPageCache cache;
        constexpr int stored = 3 * AddressPageCache::maximumPages;
        for (int page = 0; page < stored; ++page)
            cache.store(page, fullPage(page));
        int kept = 0;
        for (int page = 0; page < stored; ++page)
            kept += cache.contains(page) ? 1 : 0;
        QCOMPARE(kept, AddressPageCache::maximumPages);
    }

    void store_letsGoOfThePageUsedLongestAgo()
    {
        AddressPageCache cache;
        for (int page = 0; page < AddressPageCache::maximumPages; ++page)
            cache.store(page, fullPage(page));
        QVERIFY(cache.use(0) != nullptr);
        cache.store(AddressPageCache::maximumPages, fullPage(AddressPageCache::maximumPages));
        QVERIFY(cache.contains(0));
        QVERIFY(!cache.contains(1));
    }

    void anchorBefore_isTheLastRowOfAFreshPage()
    {
        AddressPageCache cache;
        cache.store(4, fullPage(4));
        QCOMPARE(cache.anchorBefore(5).addressId, QStringLiteral("a999"));
        QVERIFY(!cache.anchorBefore(4).isValid());
        cache.markAllStale();
        QVERIFY(!cache.anchorBefore(5).isValid());
    }

    void replace_findsTheRow()
    {
        AddressPageCache cache;
        cache.store(1, fullPage(1));
        QCOMPARE(
            cache.replace(rows::row(QStringLiteral("a205"), QStringLiteral("Adam"), QStringLiteral("Nice"))),
            205);
        QCOMPARE(cache.peek(205)->address.values.value(QStringLiteral("city")),
                 FieldValue(QStringLiteral("Nice")));
        QCOMPARE(
            cache.replace(rows::row(QStringLiteral("a9"), QStringLiteral("Adam"), QStringLiteral("Nice"))),
            -1);
    }
};

QTEST_GUILESS_MAIN(TestAddressPageCache)
#include "tst_addresspagecache.moc"
