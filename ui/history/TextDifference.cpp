#include "ui/history/TextDifference.h"

#include <QStringList>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace addressdesk {

namespace {

/// Clusters beyond this are compared as one block; values have at most 255 characters.
constexpr qsizetype maximumClusters = 512;
/// Agreeing stretches inside the differing middle that are shorter than this are noise.
constexpr qsizetype shortestIsland = 3;
/// Share of the longer text that has to agree for single letters to be marked.
constexpr double leastAgreement = 0.34;

QStringList clusters(const QString &text)
{
    QStringList result;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype start = 0;
    for (qsizetype end = finder.toNextBoundary(); end >= 0; end = finder.toNextBoundary()) {
        if (end > start)
            result.append(text.mid(start, end - start));
        start = end;
    }
    return result;
}

/// For each cluster of either text, whether it is found in the other at its place.
struct Agreement
{
    QList<bool> before;
    QList<bool> after;
};

void markCommonEnds(const QStringList &a, const QStringList &b, Agreement &agreement, qsizetype &prefix,
                    qsizetype &suffix)
{
    const qsizetype shorter = std::min(a.size(), b.size());
    prefix = 0;
    while (prefix < shorter && a.at(prefix) == b.at(prefix)) {
        agreement.before[prefix] = agreement.after[prefix] = true;
        ++prefix;
    }
    suffix = 0;
    while (suffix < shorter - prefix && a.at(a.size() - 1 - suffix) == b.at(b.size() - 1 - suffix)) {
        agreement.before[a.size() - 1 - suffix] = agreement.after[b.size() - 1 - suffix] = true;
        ++suffix;
    }
}

/// Longest common subsequence of the middles, by the table of lengths from each pair of positions to the
/// ends.
void markCommonMiddle(const QStringList &a, const QStringList &b, qsizetype from, qsizetype endA,
                      qsizetype endB, Agreement &agreement)
{
    const qsizetype rows = endA - from;
    const qsizetype columns = endB - from;
    if (rows <= 0 || columns <= 0 || rows > maximumClusters || columns > maximumClusters)
        return;
    const qsizetype stride = columns + 1;
    QList<int> lengths((rows + 1) * stride, 0);
    for (qsizetype i = rows - 1; i >= 0; --i) {
        for (qsizetype j = columns - 1; j >= 0; --j) {
            lengths[i * stride + j] =
                a.at(from + i) == b.at(from + j)
                    ? lengths.at((i + 1) * stride + j + 1) + 1
                    : std::max(lengths.at((i + 1) * stride + j), lengths.at(i * stride + j + 1));
        }
    }
    QList<std::pair<qsizetype, qsizetype>> island;
    const auto close = [&] {
        if (island.size() >= shortestIsland) {
            for (const auto &[i, j] : island)
                agreement.before[from + i] = agreement.after[from + j] = true;
        }
        island.clear();
    };
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < rows && j < columns) {
        if (a.at(from + i) == b.at(from + j)) {
            island.append({i++, j++});
            continue;
        }
        close();
        lengths.at((i + 1) * stride + j) >= lengths.at(i * stride + j + 1) ? ++i : ++j;
    }
    close();
}

QList<TextRun> differingRuns(const QStringList &texts, const QList<bool> &agrees)
{
    QList<TextRun> runs;
    qsizetype position = 0;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const qsizetype length = texts.at(i).size();
        if (!agrees.at(i)) {
            if (!runs.isEmpty() && runs.constLast().start + runs.constLast().length == position)
                runs.last().length += length;
            else
                runs.append({position, length});
        }
        position += length;
    }
    return runs;
}

QList<TextRun> whole(const QString &text)
{
    return text.isEmpty() ? QList<TextRun>() : QList<TextRun>{{0, text.size()}};
}

} // namespace

TextDifference TextDifference::between(const QString &before, const QString &after)
{
    if (before == after)
        return {};
    const QStringList a = clusters(before);
    const QStringList b = clusters(after);
    Agreement agreement{QList<bool>(a.size(), false), QList<bool>(b.size(), false)};
    qsizetype prefix = 0;
    qsizetype suffix = 0;
    markCommonEnds(a, b, agreement, prefix, suffix);
    markCommonMiddle(a, b, prefix, a.size() - suffix, b.size() - suffix, agreement);

    const auto agreeing = static_cast<double>(agreement.before.count(true));
    if (agreeing < leastAgreement * static_cast<double>(std::max(a.size(), b.size())))
        return {whole(before), whole(after)};
    return {differingRuns(a, agreement.before), differingRuns(b, agreement.after)};
}

} // namespace addressdesk
