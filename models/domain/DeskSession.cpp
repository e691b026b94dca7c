#include "models/domain/DeskSession.h"

namespace addressdesk {

DeskSession::~DeskSession() = default;

} // namespace addressdesk
