#include "app/sample/SampleIds.h"

#include <QByteArray>
#include <QtEndian>

namespace addressdesk::sampleIds {

QString timeOrdered(qint64 milliseconds, int order, SampleRandom &random)
{
    const quint64 high =
        (static_cast<quint64>(milliseconds) << 16) | 0x7000U | (static_cast<quint64>(order) & 0xFFFU);
    const quint64 low = (random.next() >> 2) | 0x8000000000000000ULL;
    QByteArray bytes(16, Qt::Uninitialized);
    qToBigEndian(high, bytes.data());
    qToBigEndian(low, bytes.data() + 8);
    QByteArray text = bytes.toHex();
    for (const qsizetype position : {20, 16, 12, 8})
        text.insert(position, '-');
    return QString::fromLatin1(text);
}

QString tokenDigest(SampleRandom &random)
{
    QByteArray bytes(32, Qt::Uninitialized);
    for (qsizetype i = 0; i < bytes.size(); i += 8)
        qToBigEndian(random.next(), bytes.data() + i);
    return QString::fromLatin1(
        bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

} // namespace addressdesk::sampleIds
