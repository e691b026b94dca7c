#pragma once

#include "CtlProcess.h"

#include "tests/support/TestDatabase.h"

#include <QJsonArray>

namespace addressdesk {

/// Keys that the tests use.
inline const QString annasKey = QStringLiteral("11111111-0000-4000-8000-000000000001");
inline const QString unknownKey = QStringLiteral("99999999-0000-4000-8000-000000000009");

[[nodiscard]] QString text(const QJsonObject &object, const char *key);
[[nodiscard]] QString sequence(const QJsonObject &event); ///< Its number, as the program takes it.
[[nodiscard]] QStringList sorted(QStringList list);

/// A customer and an address that exist before the test.
struct CtlDesk
{
    explicit CtlDesk(DatabaseUrl::Kind kind);

    [[nodiscard]] CtlAnswer set(const QStringList &words) const;
    [[nodiscard]] QJsonObject show() const;
    [[nodiscard]] QList<QJsonObject> history(const QStringList &words = {}) const;
    [[nodiscard]] QString city() const;
    [[nodiscard]] qint64 eventCount() const;

    TestDatabase database;
    CtlProcess ctl;
    QString address;
};

} // namespace addressdesk

#define FETCH_KIND()                                                                                         \
    QFETCH(DatabaseUrl::Kind, kind);                                                                         \
    REQUIRE_DATABASE(kind)
