#include "models/wording/Sentences.h"
