#include "app/ctl/Arguments.h"

#include "app/ctl/CtlText.h"

#include <algorithm>

namespace addressdesk {

namespace {

const QString endOfOptions = QStringLiteral("--");

/// The option whose short form the word is, for example "-h".
const OptionSpec *findByLetter(const QString &word)
{
    const auto found =
        std::find_if(commonOptions().cbegin(), commonOptions().cend(), [&](const OptionSpec &spec) {
            return !spec.letter.isNull() && word == u'-' + QString(spec.letter);
        });
    return found == commonOptions().cend() ? nullptr : &*found;
}

bool isOption(const QString &word)
{
    return (word.startsWith(endOfOptions) && word != endOfOptions) || findByLetter(word);
}

QString optionName(const QString &word)
{
    const OptionSpec *shortForm = findByLetter(word);
    return shortForm ? shortForm->name : word.sliced(2).section(u'=', 0, 0);
}

const OptionSpec *find(const QList<OptionSpec> &specs, const QString &name)
{
    const auto found =
        std::find_if(specs.cbegin(), specs.cend(), [&](const OptionSpec &spec) { return spec.name == name; });
    return found == specs.cend() ? nullptr : &*found;
}

/// Of the program or of any command: tells whether the next word belongs to it before the command is known.
const OptionSpec *findAnywhere(const QList<Command> &commands, const QString &name)
{
    if (const OptionSpec *common = find(commonOptions(), name))
        return common;
    for (const Command &command : commands) {
        if (const OptionSpec *own = find(command.options, name))
            return own;
    }
    return nullptr;
}

/// The first word that is neither an option nor an option's value.
qsizetype commandIndex(const QStringList &words, const QList<Command> &commands)
{
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words[i] == endOfOptions)
            return i + 1;
        if (!isOption(words[i]))
            return i;
        const OptionSpec *spec = findAnywhere(commands, optionName(words[i]));
        if (spec && spec->takes != OptionSpec::Takes::Nothing && !words[i].contains(u'='))
            ++i;
    }
    return words.size();
}

} // namespace

tl::expected<Arguments, Refusal> Arguments::parse(const QStringList &words, const QList<Command> &commands)
{
    Arguments arguments;
    QStringList rest = words;
    const qsizetype index = commandIndex(words, commands);
    if (index < words.size()) {
        const auto found = std::find_if(commands.cbegin(), commands.cend(),
                                        [&](const Command &command) { return command.name == words[index]; });
        if (found == commands.cend())
            return tl::unexpected(wrongUsage(CtlText::tr("There is no command “%1”.").arg(words[index])));
        arguments.m_command = &*found;
        rest.removeAt(index);
        if (index > 0 && words[index - 1] == endOfOptions)
            rest.removeAt(index - 1);
    }
    if (const auto taken = arguments.takeWords(rest); !taken)
        return tl::unexpected(taken.error());
    if (const auto checked = arguments.check(); !checked)
        return tl::unexpected(checked.error());
    return arguments;
}

tl::expected<void, Refusal> Arguments::takeWords(const QStringList &words)
{
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words[i] == endOfOptions) {
            m_positional += words.sliced(i + 1);
            break;
        }
        if (!isOption(words[i])) {
            m_positional.append(words[i]);
            continue;
        }
        const auto last = takeOption(words, i);
        if (!last)
            return tl::unexpected(last.error());
        i = *last;
    }
    return {};
}

/// The index of the last word that belongs to the option.
tl::expected<qsizetype, Refusal> Arguments::takeOption(const QStringList &words, qsizetype index)
{
    const QString name = optionName(words[index]);
    const OptionSpec *option = spec(name);
    if (!option)
        return tl::unexpected(
            wrongUsage(CtlText::tr("There is no option “%1” here.").arg(endOfOptions + name)));
    const bool hasInlineValue = words[index].contains(u'=');
    if (option->takes == OptionSpec::Takes::Nothing) {
        if (hasInlineValue)
            return tl::unexpected(
                wrongUsage(CtlText::tr("The option “%1” takes no value.").arg(endOfOptions + name)));
        m_options[name].append(QString());
        return index;
    }
    if (hasInlineValue) {
        m_options[name].append(words[index].section(u'=', 1));
        return index;
    }
    if (index + 1 >= words.size())
        return tl::unexpected(
            wrongUsage(CtlText::tr("The option “%1” needs a value.").arg(endOfOptions + name)));
    m_options[name].append(words[index + 1]);
    return option->takes == OptionSpec::Takes::OneOrMoreFields ? takeFields(name, words, index + 1)
                                                               : index + 1;
}

/// After the command's own fields, what follows the option can only belong to it. Before them it takes one.
qsizetype Arguments::takeFields(const QString &option, const QStringList &words, qsizetype index)
{
    const bool hasFields = std::any_of(m_positional.cbegin(), m_positional.cend(),
                                       [](const QString &word) { return word.contains(u'='); });
    while (hasFields && index + 1 < words.size() && !isOption(words[index + 1]) &&
           words[index + 1].contains(u'='))
        m_options[option].append(words[++index]);
    return index;
}

tl::expected<void, Refusal> Arguments::check() const
{
    if (has(QStringLiteral("help")) || has(QStringLiteral("version")))
        return {};
    if (!m_command)
        return tl::unexpected(wrongUsage(CtlText::tr("Which command?")));
    if (m_positional.size() < m_command->leastArguments)
        return tl::unexpected(
            wrongUsage(CtlText::tr("The command “%1” needs more arguments.").arg(m_command->name)));
    if (m_command->mostArguments >= 0 && m_positional.size() > m_command->mostArguments)
        return tl::unexpected(wrongUsage(
            CtlText::tr("“%1” is one argument too many. A text with spaces goes between quotation marks.")
                .arg(m_positional[m_command->mostArguments])));
    for (auto it = m_options.cbegin(); it != m_options.cend(); ++it) {
        const OptionSpec *option = spec(it.key());
        if (it->size() > 1 && option->takes == OptionSpec::Takes::OneValue)
            return tl::unexpected(
                wrongUsage(CtlText::tr("The option “%1” is given twice.").arg(endOfOptions + it.key())));
    }
    return {};
}

const OptionSpec *Arguments::spec(const QString &name) const
{
    if (const OptionSpec *common = find(commonOptions(), name))
        return common;
    return m_command ? find(m_command->options, name) : nullptr;
}

std::optional<QString> Arguments::value(const QString &option) const
{
    const QStringList all = values(option);
    return all.isEmpty() ? std::nullopt : std::optional(all.first());
}

QStringList Arguments::values(const QString &option) const
{
    return m_options.value(option);
}

tl::expected<qint64, Refusal> Arguments::number(const QString &option, qint64 least, qint64 otherwise,
                                                qint64 most) const
{
    const std::optional<QString> text = value(option);
    if (!text)
        return otherwise;
    bool isNumber = false;
    const qint64 number = text->toLongLong(&isNumber);
    if (isNumber && number >= least && number <= most)
        return number;
    if (most == std::numeric_limits<qint64>::max())
        return tl::unexpected(wrongUsage(CtlText::tr("The option “%1” takes a whole number, at least %2.")
                                             .arg(endOfOptions + option, QString::number(least))));
    return tl::unexpected(
        wrongUsage(CtlText::tr("The option “%1” takes a whole number from %2 to %3.")
                       .arg(endOfOptions + option, QString::number(least), QString::number(most))));
}

bool asksForJson(const QStringList &words)
{
    const qsizetype end = words.indexOf(endOfOptions);
    return words.first(end < 0 ? words.size() : end).contains(QStringLiteral("--json"));
}

} // namespace addressdesk
