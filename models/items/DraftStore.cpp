#include "models/items/DraftStore.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace addressdesk {

namespace {

constexpr int writeDelayMs = 200;
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

Result<DraftStore::Found> DraftStore::open(const DatabaseUrl &url)
{
    close();
    if (!QDir().mkpath(m_folder))
        return failure(ErrorCode::ReadOnly, m_folder);
    m_url = url.toString();
    const QByteArray name =
        QCryptographicHash::hash(m_url.toUtf8(), QCryptographicHash::Sha256).toHex().left(32);
    const QString file = QDir(m_folder).filePath(QLatin1String(name) + QStringLiteral(".json"));
    m_lock = std::make_unique<QLockFile>(file + QStringLiteral(".lock"));
    m_lock->setStaleLockTime(0);
    if (!m_lock->tryLock()) {
        m_lock.reset();
        return Found{};
    }
    m_file = file;
    m_isOpening = true;
    const Result<Found> found = readFile();
    m_isOpening = false;
    return found;
}

Result<DraftStore::Found> DraftStore::readFile()
{
    QFile file(m_file);
    if (!file.exists())
        return Found{};
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Internal, m_file);
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (!document.isObject()) {
        // Not ours to judge: kept aside, so that the next write does not destroy it.
        file.close();
        const QString aside = m_file + QStringLiteral(".unreadable");
        const bool isAside = (!QFile::exists(aside) || QFile::remove(aside)) && QFile::rename(m_file, aside);
        return failure(ErrorCode::Internal, isAside ? aside : m_file);
    }
    const QJsonArray drafts = document[QStringLiteral("edits")].toArray();
    for (const QJsonValue draft : drafts) {
        StagedField field{fromJson(draft[QStringLiteral("base")]), fromJson(draft[QStringLiteral("edited")])};
        if (const auto cleaned = valueRules::clean(field.edited); !cleaned)
            field.problem = cleaned.error();
        m_edits.put(draft[QStringLiteral("address")].toString(), draft[QStringLiteral("field")].toString(),
                    field);
    }
    m_reason = document[QStringLiteral("reason")].toString();
    return Found{m_edits.fieldCount(), m_edits.addressCount(), m_reason};
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

void DraftStore::write()
{
    if (m_file.isEmpty())
        return;
    QByteArray content;
    if (!m_edits.isEmpty()) {
        const QJsonObject document{{QStringLiteral("database"), m_url},
                                   {QStringLiteral("reason"), m_reason},
                                   {QStringLiteral("edits"), editsToJson(m_edits)}};
        content = QJsonDocument(document).toJson(QJsonDocument::Compact);
    }
    m_writer.start([this, path = m_file, content] {
        const QString problem = writeFile(path, content);
        if (!problem.isEmpty())
            QMetaObject::invokeMethod(this, [this, problem] {
                emit failed({ErrorCode::Internal, problem, {}});
            });
    });
}

} // namespace addressdesk
