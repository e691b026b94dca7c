#pragma once

#include "models/domain/OutgoingMail.h"

#include <QByteArray>

#include <atomic>

namespace addressdesk {

/// Puts messages into a folder as FILENAME.eml, for a program that sends them or for people who want to look.
/// A file is whole or absent, also after a power cut; the same mail again replaces its file, unless it has no
/// links any more: then the file stays, whose links the customer still has a use for, and FILENAME-2.eml is
/// written.
class FolderTransport final : public MailTransport
{
public:
    /// The folder is made, for this user alone (0700), with the first message.
    explicit FolderTransport(const QString &folder);

    /// Permanent: a file name that would leave the folder or be invisible. Unusable: the folder cannot be
    /// made or written to, or is full; the detail names no file.
    [[nodiscard]] Delivery deliver(const MailMessage &message) override;
    void abort() override { m_isAborted = true; }

private:
    [[nodiscard]] QByteArray freeName(const MailMessage &message) const;

    QByteArray m_folder; ///< In the file system's encoding.
    std::atomic<bool> m_isAborted = false;
};

} // namespace addressdesk
