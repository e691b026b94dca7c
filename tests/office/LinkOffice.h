#pragma once

#include "app/office/OfficeServer.h"
#include "tests/revertlink/TestClient.h"
#include "tests/storage/RecordingDesk.h"

namespace addressdesk {

/// A database with many addresses, each changed once, and an office that answers the links of those changes.
class LinkOffice final
{
public:
    LinkOffice(DatabaseUrl::Kind kind, int addresses);

    [[nodiscard]] RecordingDesk &desk() { return m_desk; }
    [[nodiscard]] quint16 port() const { return m_server->port(); }
    [[nodiscard]] static QString addressId(int number);
    /// The secrets of the changes, one for each address.
    [[nodiscard]] const QList<QByteArray> &secrets() const { return m_secrets; }

    /// The status of one request; 0 when there was no answer. May be called from several threads.
    [[nodiscard]] int ask(const QByteArray &method, const QByteArray &secret) const;

private:
    RecordingDesk m_desk;
    std::unique_ptr<OfficeServer> m_server;
    QList<QByteArray> m_secrets;
};

} // namespace addressdesk
