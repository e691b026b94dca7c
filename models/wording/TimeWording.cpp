#include "models/wording/TimeWording.h"
