#include "models/storage/PageLandmarks.h"

#include <algorithm>

namespace addressdesk {

PageLandmarks::Landmark PageLandmarks::before(qint64 position) const
{
    const qint64 count = std::min<qint64>(position / spacing, m_anchors.size());
    return count == 0 ? Landmark{} : Landmark{count * spacing, m_anchors.at(count - 1)};
}

PageLandmarks::Landmark PageLandmarks::last() const
{
    return before(m_anchors.size() * spacing);
}

void PageLandmarks::append(const PageAnchor &anchor)
{
    m_anchors.append(anchor);
}

} // namespace addressdesk
