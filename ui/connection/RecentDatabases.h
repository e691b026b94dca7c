#pragma once

#include "models/domain/DatabaseUrl.h"

#include <QObject>

class QSettings;

namespace addressdesk {

/// The databases opened last, newest first; kept in the settings. URLs hold no passwords.
class RecentDatabases final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype maximum = 10;

    explicit RecentDatabases(QSettings &settings, QObject *parent = nullptr);

    [[nodiscard]] QList<DatabaseUrl> all() const;
    [[nodiscard]] QList<DatabaseUrl> servers() const; ///< Only PostgreSQL.

    void add(const DatabaseUrl &url); ///< Moves it to the front.
    void remove(const DatabaseUrl &url);
    void clear();

signals:
    void changed();

private:
    void store(const QList<DatabaseUrl> &urls);

    QSettings &m_settings;
};

} // namespace addressdesk
