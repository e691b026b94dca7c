#include "models/domain/CanonicalEvent.h"

#include <QCryptographicHash>
#include <QJsonValue>
#include <QtEndian>

#include <algorithm>
#include <vector>

namespace addressdesk::canonical {

namespace {

QByteArray tagged(char tag, const QByteArray &bytes)
{
    QByteArray framed(1 + sizeof(quint32), Qt::Uninitialized);
    framed[0] = tag;
    qToBigEndian(static_cast<quint32>(bytes.size()), framed.data() + 1);
    return framed + bytes;
}

QByteArray frameJson(const QJsonValue &value)
{
    if (value.isObject())
        return framePayload(value.toObject());
    if (value.isNull() || value.isUndefined())
        return frame(std::nullopt);
    return frame(value.isString() ? value.toString() : value.toVariant().toString());
}

} // namespace

QByteArray frame(const FieldValue &value)
{
    return value ? tagged('S', value->toUtf8()) : tagged('N', {});
}

QByteArray framePayload(const QJsonObject &payload)
{
    std::vector<std::pair<QByteArray, QJsonValue>> members;
    members.reserve(static_cast<std::size_t>(payload.size()));
    for (auto it = payload.constBegin(); it != payload.constEnd(); ++it)
        members.emplace_back(it.key().toUtf8(), it.value());
    std::sort(members.begin(), members.end(), [](const auto &a, const auto &b) { return a.first < b.first; });

    QByteArray body;
    for (const auto &[key, value] : members)
        body += tagged('S', key) + frameJson(value);
    return tagged('O', body);
}

QByteArray event(const Event &event)
{
    return frame(event.streamId) + frame(QString::number(event.streamVersion)) +
           frame(eventTypeName(event.type)) + framePayload(event.payload) + frame(event.occurredAt) +
           frame(event.actor) + frame(event.changeId) + frame(event.reason);
}

QByteArray chainHash(const QByteArray &previousHash, const Event &event)
{
    return QCryptographicHash::hash(previousHash + canonical::event(event), QCryptographicHash::Sha256);
}

} // namespace addressdesk::canonical
