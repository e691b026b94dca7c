#pragma once

#include "models/domain/Paging.h"

#include <QList>

namespace addressdesk {

/// Known rows of one sort order at known positions, so that a page far down is found by key from the nearest
/// one instead of by counting from the start. Found from the start on, one after another; forgotten when rows
/// come or go.
class PageLandmarks final
{
public:
    static constexpr qint64 spacing = 4000; ///< Rows between two landmarks.

    /// Where rows follow `anchor` from `position` on; position 0 has no anchor.
    struct Landmark
    {
        qint64 position = 0;
        PageAnchor anchor;
    };

    /// The last landmark at or before `position`.
    [[nodiscard]] Landmark before(qint64 position) const;
    [[nodiscard]] Landmark last() const;
    [[nodiscard]] bool isComplete() const { return m_isComplete; }

    /// The row `spacing` after the last landmark.
    void append(const PageAnchor &anchor);
    /// There is no such row.
    void complete() { m_isComplete = true; }

private:
    QList<PageAnchor> m_anchors; ///< The row before position (index + 1) × spacing.
    bool m_isComplete = false;
};

} // namespace addressdesk
