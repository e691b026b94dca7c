#include "models/domain/OfficeDesk.h"

namespace addressdesk {

OfficeDesk::~OfficeDesk() = default;

} // namespace addressdesk
