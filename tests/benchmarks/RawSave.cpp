#include "RawSave.h"

#include <QRandomGenerator>
#include <QUuid>

#include <array>

namespace addressdesk {

QByteArray RawSave::newId()
{
    return QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}

QByteArray RawSave::digest()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::global()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray RawSave::payload(const QByteArray &from, const QByteArray &to)
{
    return "{\"field\":\"city\",\"from\":\"" + from + "\",\"revertToken\":\"" + digest() + "\",\"to\":\"" +
           to + "\"}";
}

} // namespace addressdesk
