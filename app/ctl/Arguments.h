#pragma once

#include "app/ctl/Command.h"

#include <QMultiMap>
#include <QStringList>

#include <limits>
#include <optional>

namespace addressdesk {

/// A command line, taken apart. Options may come before or after the command; "--" ends them.
class Arguments final
{
public:
    /// `words` is without the program's name. Refusals: wrong usage.
    [[nodiscard]] static tl::expected<Arguments, Refusal> parse(const QStringList &words,
                                                                const QList<Command> &commands);

    /// nullptr when there is none, which --help and --version allow.
    [[nodiscard]] const Command *command() const { return m_command; }
    [[nodiscard]] const QStringList &positional() const { return m_positional; }

    [[nodiscard]] bool has(const QString &option) const { return m_options.contains(option); }
    [[nodiscard]] std::optional<QString> value(const QString &option) const;
    [[nodiscard]] QStringList values(const QString &option) const; ///< In the order given.

    /// A whole number from `least` to `most`; `otherwise` when the option is not given. Refusals: wrong
    /// usage.
    [[nodiscard]] tl::expected<qint64, Refusal>
    number(const QString &option, qint64 least, qint64 otherwise,
           qint64 most = std::numeric_limits<qint64>::max()) const;

private:
    [[nodiscard]] tl::expected<void, Refusal> takeWords(const QStringList &words);
    [[nodiscard]] tl::expected<qsizetype, Refusal> takeOption(const QStringList &words, qsizetype index);
    [[nodiscard]] qsizetype takeFields(const QString &option, const QStringList &words, qsizetype index);
    [[nodiscard]] tl::expected<void, Refusal> check() const;
    [[nodiscard]] const OptionSpec *spec(const QString &name) const;

    const Command *m_command = nullptr;
    QStringList m_positional;
    QMap<QString, QStringList> m_options;
};

/// Whether the options ask for JSON, found out even when the command line is wrong.
[[nodiscard]] bool asksForJson(const QStringList &words);

} // namespace addressdesk
