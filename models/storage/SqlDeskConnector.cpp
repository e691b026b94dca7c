#include "models/storage/SqlDeskConnector.h"

#include "models/storage/DeskOpening.h"
#include "models/storage/SqlConnection.h"
#include "models/storage/SqlDeskSession.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThread>
#include <QTimer>

namespace addressdesk {

namespace {

Result<DatabaseDescription> tested(const ConnectRequest &request)
{
    // As a desk opens it: whether the server lets it write is a part of the answer.
    const auto connection = SqlConnection::open(request.url, request.password);
    if (!connection)
        return tl::unexpected(connection.error());
    auto desk = deskOpening::open(**connection, request.mapping, SchemaPolicy::Require);
    if (desk)
        return desk->description;
    if (desk.error().code != ErrorCode::SchemaMissing)
        return tl::unexpected(desk.error());
    auto description = deskOpening::describe(**connection, request.mapping);
    const auto plan = SchemaInitialiser(**connection, request.mapping).plan();
    if (!plan)
        return tl::unexpected(plan.error());
    if (description)
        description->missingSchema = *plan;
    return description;
}

} // namespace

void SqlDeskConnector::open(const ConnectRequest &request, QObject *context, OpenHandler handler)
{
    struct Opening
    {
        std::shared_ptr<SqlDeskSession> session;
        QPointer<QObject> context;
        OpenHandler handler;
    };
    auto opening = std::make_shared<Opening>();
    opening->context = context;
    opening->handler = std::move(handler);
    // Kept alive by this callback until it was told, then by whoever takes the session.
    opening->session = std::make_shared<SqlDeskSession>(request, [opening](const Done &done) {
        const std::shared_ptr<SqlDeskSession> session = std::move(opening->session);
        if (opening->context) {
            if (done)
                opening->handler(std::shared_ptr<DeskSession>(session));
            else
                opening->handler(tl::unexpected(done.error()));
        }
        // Not now: this runs inside the session's own slot.
        QTimer::singleShot(0, qApp, [session] {});
    });
}

void SqlDeskConnector::test(const ConnectRequest &request, QObject *context, TestHandler handler)
{
    auto result = std::make_shared<Result<DatabaseDescription>>(tl::unexpected(Error{}));
    QThread *thread = QThread::create([request, result] { *result = tested(request); });
    connect(thread, &QThread::finished, this,
            [result, context = QPointer<QObject>(context), handler = std::move(handler)] {
                if (context)
                    handler(*result);
            });
    connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
}

} // namespace addressdesk
