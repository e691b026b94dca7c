#pragma once

#include "models/storage/MailRepository.h"
#include "models/storage/SqlOutboxQueue.h"
#include "tests/storage/RecordingDesk.h"

/// As DESK, with the outbox that its saves fill: `queue` and `mails`.
#define QUEUE                                                                                                \
    DESK SqlOutboxQueue queue(desk.connection(), desk.schema());                                             \
    MailRepository mails(desk.connection());
