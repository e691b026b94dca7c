#include "models/items/DraftStore.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

namespace addressdesk {

namespace {

constexpr int writeDelayMs = 200;
/// With one database at once; more than a person has hands for.
constexpr int maximumWindows = 9;
constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

QJsonValue toJson(const FieldValue &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

FieldValue fromJson(const QJsonValue &value)
{
    return value.isString() ? FieldValue(value.toString()) : std::nullopt;
}

QJsonArray editsToJson(const StagedEdits &edits)
{
    QJsonArray result;
    const QStringList addressIds = edits.addressIds();
    for (const QString &addressId : addressIds) {
        const StagedFields fields = edits.fields(addressId);
        for (auto field = fields.cbegin(); field != fields.cend(); ++field) {
            result.append(QJsonObject{{QStringLiteral("address"), addressId},
                                      {QStringLiteral("field"), field.key()},
                                      {QStringLiteral("base"), toJson(field->base)},
                                      {QStringLiteral("edited"), toJson(field->edited)}});
        }
    }
    return result;
}

struct Draft
{
    QString addressId;
    QString fieldId;
    StagedField edit;
};

QList<Draft> editsOf(const QJsonObject &document)
{
    QList<Draft> result;
    const QJsonArray drafts = document[QStringLiteral("edits")].toArray();
    for (const QJsonValue draft : drafts) {
        StagedField edit{fromJson(draft[QStringLiteral("base")]), fromJson(draft[QStringLiteral("edited")])};
        if (const auto cleaned = valueRules::clean(edit.edited); !cleaned)
            edit.problem = cleaned.error();
        result.append(
            {draft[QStringLiteral("address")].toString(), draft[QStringLiteral("field")].toString(), edit});
    }
    return result;
}

/// std::nullopt when the file cannot be read, an empty object when it holds no drafts.
std::optional<QJsonObject> readDrafts(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return QJsonDocument::fromJson(file.readAll()).object();
}

/// An error's text, or nothing when the file is as asked.
QString writeFile(const QString &path, const QByteArray &content)
{
    if (content.isEmpty())
        return QFile::exists(path) && !QFile::remove(path) ? path : QString();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownerOnly) ||
        file.write(content) != content.size() || !file.commit())
        return file.errorString();
    return {};
}

} // namespace

DraftStore::DraftStore(QString folder, StagedEdits &edits, QObject *parent)
    : QObject(parent), m_folder(std::move(folder)), m_edits(edits)
{
    m_writer.setMaxThreadCount(1);
    m_delay.setSingleShot(true);
    m_delay.setInterval(writeDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &DraftStore::write);
    connect(&m_edits, &StagedEdits::fieldChanged, this, &DraftStore::noteChange);
}

DraftStore::~DraftStore()
{
    close();
}

QString DraftStore::fileName(int window) const
{
    const QByteArray name =
        QCryptographicHash::hash(m_url.toUtf8(), QCryptographicHash::Sha256).toHex().left(32);
    const QString number = window == 1 ? QString() : QStringLiteral("-%1").arg(window);
    return QDir(m_folder).filePath(QLatin1String(name) + number + QStringLiteral(".json"));
}

/// nullptr when a running window has the file.
std::unique_ptr<QLockFile> DraftStore::locked(const QString &file)
{
    auto lock = std::make_unique<QLockFile>(file + QStringLiteral(".lock"));
    lock->setStaleLockTime(0);
    return lock->tryLock() ? std::move(lock) : nullptr;
}

Result<DraftStore::Found> DraftStore::open(const DatabaseUrl &url)
{
    close();
    if (!QDir().mkpath(m_folder))
        return failure(ErrorCode::ReadOnly, m_folder);
    m_url = url.toString();
    int window = 1;
    while (window <= maximumWindows && !(m_lock = locked(fileName(window))))
        ++window;
    if (!m_lock)
        return Found{};
    m_file = fileName(window);
    m_isOpening = true;
    const Done read = readFile();
    for (int other = window + 1; read && other <= maximumWindows; ++other)
        takeOver(other);
    m_isOpening = false;
    if (!read)
        return tl::unexpected(read.error());
    return Found{m_edits.fieldCount(), m_reason, true};
}

Done DraftStore::readFile()
{
    if (!QFile::exists(m_file))
        return {};
    const auto drafts = readDrafts(m_file);
    if (!drafts)
        return failure(ErrorCode::Internal, m_file);
    if (drafts->isEmpty()) {
        // Not ours to judge: kept aside, so that the next write does not destroy it.
        const QString aside = m_file + QStringLiteral(".unreadable");
        const bool isAside = (!QFile::exists(aside) || QFile::remove(aside)) && QFile::rename(m_file, aside);
        return failure(ErrorCode::Internal, isAside ? aside : m_file);
    }
    for (const Draft &draft : editsOf(*drafts))
        m_edits.put(draft.addressId, draft.fieldId, draft.edit);
    m_reason = (*drafts)[QStringLiteral("reason")].toString();
    return {};
}

/// Takes in what a window that is gone left behind. Its file goes only when ours has it all.
void DraftStore::takeOver(int window)
{
    const QString file = fileName(window);
    if (!QFile::exists(file))
        return;
    const std::unique_ptr<QLockFile> lock = locked(file);
    const auto document = lock ? readDrafts(file) : std::nullopt;
    if (!document || document->isEmpty())
        return;
    const QList<Draft> drafts = editsOf(*document);
    const bool isContested = std::any_of(drafts.cbegin(), drafts.cend(), [this](const Draft &draft) {
        const StagedEdits::Edit mine = m_edits.edit(draft.addressId, draft.fieldId);
        return mine && mine != draft.edit;
    });
    if (isContested)
        return;
    for (const Draft &draft : drafts)
        m_edits.put(draft.addressId, draft.fieldId, draft.edit);
    if (m_reason.isEmpty())
        m_reason = (*document)[QStringLiteral("reason")].toString();
    if (writeFile(m_file, content()).isEmpty())
        QFile::remove(file);
}

void DraftStore::close()
{
    flush();
    m_file.clear();
    m_reason.clear();
    m_lock.reset();
}

void DraftStore::setReason(const QString &reason)
{
    if (m_reason == reason)
        return;
    m_reason = reason;
    noteChange();
}

void DraftStore::noteChange()
{
    if (!m_file.isEmpty() && !m_isOpening)
        m_delay.start();
}

void DraftStore::flush()
{
    if (m_delay.isActive()) {
        m_delay.stop();
        write();
    }
    m_writer.waitForDone();
}

QByteArray DraftStore::content() const
{
    if (m_edits.isEmpty())
        return {};
    const QJsonObject document{{QStringLiteral("database"), m_url},
                               {QStringLiteral("reason"), m_reason},
                               {QStringLiteral("edits"), editsToJson(m_edits)}};
    return QJsonDocument(document).toJson(QJsonDocument::Compact);
}

void DraftStore::write()
{
    if (m_file.isEmpty())
        return;
    m_writer.start([this, path = m_file, content = content()] {
        const QString problem = writeFile(path, content);
        if (!problem.isEmpty())
            QMetaObject::invokeMethod(this, [this, problem] {
                emit failed({ErrorCode::Internal, problem, {}});
            });
    });
}

} // namespace addressdesk
