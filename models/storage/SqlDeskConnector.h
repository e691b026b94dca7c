#pragma once

#include "models/domain/DeskConnector.h"

namespace addressdesk {

/// DeskConnector over SQLite files and PostgreSQL servers.
class SqlDeskConnector final : public DeskConnector
{
    Q_OBJECT

public:
    using DeskConnector::DeskConnector;

    void open(const ConnectRequest &request, QObject *context, OpenHandler handler) override;
    void test(const ConnectRequest &request, QObject *context, TestHandler handler) override;
};

} // namespace addressdesk
