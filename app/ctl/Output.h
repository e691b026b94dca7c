#pragma once

#include "app/ctl/Refusal.h"

#include <QJsonObject>
#include <QStringList>

namespace addressdesk {

/// Where answers go: people's text on stdout and complaints on stderr, or one JSON object a line on stdout
/// for both. A reader that goes away early is no failure.
class Output final
{
public:
    explicit Output(bool isJson) : m_isJson(isJson) {}

    [[nodiscard]] bool isJson() const { return m_isJson; }

    /// The answer in both forms; the one that was asked for is written.
    void answer(const QJsonObject &object, const QStringList &lines);
    void object(const QJsonObject &object); ///< Only with --json.
    void lines(const QStringList &lines);   ///< Only without.
    /// For people who watch: on stderr, never with --json.
    void note(const QString &line) const;
    /// What the answer lacks: on stderr in both forms.
    void caution(const QString &line) const;
    /// For who keeps a server's log: on stderr in both forms, at once. May be called on any thread.
    void log(const QString &line) const;
    void refuse(const Refusal &refusal);

    /// Writes what is still kept back. False when the answer could not be written, for example on a full
    /// disk.
    [[nodiscard]] bool flush();

private:
    void write(const QString &line);

    bool m_isJson;
    bool m_isReaderGone = false;
    bool m_hasFailed = false;
};

} // namespace addressdesk
