#pragma once

#include "app/sample/SampleRandom.h"

#include <QString>

namespace addressdesk::sampleIds {

/// A time-ordered UUID (version 7) as text without braces: ids made later sort later, so that bulk loading
/// fills indexes from left to right. `order` (0 to 4095) orders ids of one millisecond.
[[nodiscard]] QString timeOrdered(qint64 milliseconds, int order, SampleRandom &random);

/// What a revert token's digest looks like: 32 bytes in base64url. Nobody knows its secret.
[[nodiscard]] QString tokenDigest(SampleRandom &random);

} // namespace addressdesk::sampleIds
