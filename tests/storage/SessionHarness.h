#pragma once

#include "models/storage/SqlDeskConnector.h"
#include "tests/support/TestDatabase.h"

#include <QSignalSpy>

namespace addressdesk {

/// Runs one asynchronous request and waits for its answer; counts how often it was answered.
template<typename T> struct Answered
{
    std::optional<Result<T>> result;
    int count = 0;

    [[nodiscard]] typename DeskSession::Handler<T> handler()
    {
        return [this](const Result<T> &given) {
            result.emplace(given);
            ++count;
        };
    }
    [[nodiscard]] bool wait()
    {
        return QTest::qWaitFor([this] { return count > 0; }, 20000);
    }
};

/// A session on `url`, opened through the connector; an Error when that failed.
[[nodiscard]] inline Result<std::shared_ptr<DeskSession>> openSession(SqlDeskConnector &connector,
                                                                      const ConnectRequest &request)
{
    Answered<std::shared_ptr<DeskSession>> opened;
    QObject context;
    connector.open(request, &context, opened.handler());
    if (!opened.wait())
        return failure(ErrorCode::Internal, QStringLiteral("the connector did not answer"));
    return *opened.result;
}

} // namespace addressdesk
