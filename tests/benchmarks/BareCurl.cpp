#include "tests/benchmarks/BareCurl.h"

#include <curl/curl.h>

#include <algorithm>
#include <cstring>

namespace addressdesk {

namespace {

struct Upload
{
    const QByteArray &data;
    qsizetype done = 0;
};

size_t read(char *buffer, size_t size, size_t count, void *context)
{
    auto *upload = static_cast<Upload *>(context);
    const auto length = std::min(static_cast<qsizetype>(size * count), upload->data.size() - upload->done);
    std::memcpy(buffer, upload->data.constData() + upload->done, static_cast<size_t>(length));
    upload->done += length;
    return static_cast<size_t>(length);
}

} // namespace

BareCurl::BareCurl(int port, const QByteArray &caFile) : m_handle(curl_easy_init())
{
    curl_easy_setopt(m_handle, CURLOPT_URL, ("smtp://localhost:" + QByteArray::number(port)).constData());
    curl_easy_setopt(m_handle, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
    curl_easy_setopt(m_handle, CURLOPT_CAINFO, caFile.constData());
    curl_easy_setopt(m_handle, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(m_handle, CURLOPT_READFUNCTION, &read);
}

BareCurl::~BareCurl()
{
    curl_easy_cleanup(m_handle);
}

void BareCurl::send(const QList<MailMessage> &messages)
{
    for (const MailMessage &message : messages) {
        Upload upload{message.data};
        curl_slist *recipients = curl_slist_append(nullptr, message.recipient.toLatin1().constData());
        curl_easy_setopt(m_handle, CURLOPT_MAIL_FROM, message.sender.toLatin1().constData());
        curl_easy_setopt(m_handle, CURLOPT_MAIL_RCPT, recipients);
        curl_easy_setopt(m_handle, CURLOPT_READDATA, &upload);
        curl_easy_setopt(m_handle, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(message.data.size()));
        const CURLcode result = curl_easy_perform(m_handle);
        curl_slist_free_all(recipients);
        if (result != CURLE_OK)
            qFatal("curl: %s", curl_easy_strerror(result));
    }
}

} // namespace addressdesk
