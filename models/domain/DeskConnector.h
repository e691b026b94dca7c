#pragma once

#include "models/domain/DeskSession.h"

#include <memory>

namespace addressdesk {

/// What to do about tables that are not there when a database is opened.
enum class SchemaPolicy {
    Require,   ///< Fail with SchemaMissing; the window then asks.
    Initialise ///< Create what is missing: all tables in an empty database, the companion tables beside a
               ///< company's own.
};

struct ConnectRequest
{
    DatabaseUrl url;
    QString password;
    SchemaPolicy schemaPolicy = SchemaPolicy::Require;
    bool mayCreateFile = false; ///< SQLite: a missing file is created instead of FileMissing.
    QString mailLanguage = {};  ///< What a new database gets as OfficeSettings::language.
    SchemaMapping mapping = SchemaMapping::native();
};

/// Port: opens databases off the GUI thread. Answers exactly once, on the GUI thread, unless `context` is
/// gone.
class DeskConnector : public QObject
{
    Q_OBJECT

public:
    using OpenHandler = std::function<void(const Result<std::shared_ptr<DeskSession>> &)>;
    using TestHandler = std::function<void(const Result<DatabaseDescription> &)>;

    using QObject::QObject;

    /// Errors: everything that Error.h lists for opening. The session lives on the calling thread.
    virtual void open(const ConnectRequest &request, QObject *context, OpenHandler handler) = 0;
    /// Connects, looks and disconnects; creates nothing. SchemaMissing is not an error here: the
    /// description's `missingSchema` then says what would be created.
    virtual void test(const ConnectRequest &request, QObject *context, TestHandler handler) = 0;
};

} // namespace addressdesk
