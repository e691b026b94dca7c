#pragma once

#include <algorithm>
#include <vector>

namespace addressdesk {

/// Of at least one value; the upper of the two middle ones where their number is even.
[[nodiscard]] inline double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace addressdesk
