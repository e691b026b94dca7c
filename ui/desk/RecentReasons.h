#pragma once

#include <QStringList>

class QSettings;

namespace addressdesk {

/// The reasons of this person's latest saves, newest first, to be chosen again.
class RecentReasons final
{
public:
    /// The settings have to outlive it.
    explicit RecentReasons(QSettings &settings) : m_settings(settings) {}

    [[nodiscard]] QStringList all() const;
    /// Nothing is kept of an empty one.
    void add(const QString &reason);

private:
    QSettings &m_settings;
};

} // namespace addressdesk
