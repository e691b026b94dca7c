#pragma once

#include <QFont>
#include <QHash>
#include <QStringList>

class QModelIndex;
class QStyleOptionViewItem;

namespace addressdesk {

/// How high the rows of changes are. Remembers them: a view asks for the height of every row again and again,
/// and measuring text is slow.
class CardHeights final
{
public:
    /// As of CardLayout.
    void setTitles(const QStringList &titles);
    [[nodiscard]] const QStringList &titles() const { return m_titles; }

    /// In pixels, in the width of `option.rect`.
    [[nodiscard]] int height(const QStyleOptionViewItem &option, const QModelIndex &index);

private:
    /// What a row's height depends on, besides its event, the font and the width.
    struct Cause
    {
        int reversibility = 0;
        qint64 because = 0;
        bool isFirst = false;
        bool isLast = false;
        size_t mails = 0; ///< Hash of their lines.

        [[nodiscard]] bool operator==(const Cause &) const = default;
    };
    struct Height
    {
        Cause cause;
        int pixels = 0;
    };

    [[nodiscard]] static Cause causeOf(const QModelIndex &index);

    QStringList m_titles;
    QHash<qint64, Height> m_heights; ///< By sequence number.
    int m_width = 0;
    QFont m_font;
};

} // namespace addressdesk
