#pragma once

#include "models/storage/AddressReader.h"
#include "models/storage/ChangeRecorder.h"
#include "models/storage/CustomerReader.h"
#include "models/storage/CustomerRevertReader.h"
#include "models/storage/DeletedReader.h"
#include "models/storage/DeskOpening.h"
#include "models/storage/HistoryReader.h"
#include "models/storage/MailRepository.h"
#include "models/storage/OfficeSettingsRepository.h"
#include "models/storage/TaskRepository.h"

namespace addressdesk {

/// What requests work with on a worker's thread: everything that reads and writes through one connection.
struct DeskParts
{
    DeskParts(SqlConnection &connection, const OpenedDesk &desk)
        : addresses(connection, desk.schema), customers(connection, desk.schema),
          history(connection, desk.schema), deleted(connection, desk.schema),
          recorder(connection, desk.schema.mapping, desk.description.actor), mails(connection),
          tasks(connection, desk.schema), customerReverts(connection, desk.schema), settings(connection),
          actor(desk.description.actor)
    {
    }

    AddressReader addresses;
    CustomerReader customers;
    HistoryReader history;
    DeletedReader deleted;
    ChangeRecorder recorder;
    MailRepository mails;
    TaskRepository tasks;
    CustomerRevertReader customerReverts;
    OfficeSettingsRepository settings;
    QString actor;
};

} // namespace addressdesk
