#include "app/mail/FolderTransport.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <utility>

namespace addressdesk {

namespace {

constexpr mode_t onlyMine = 0700;

/// An open file or folder.
class Descriptor final
{
public:
    explicit Descriptor(int number) : m_number(number) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    [[nodiscard]] bool isOpen() const { return m_number >= 0; }
    [[nodiscard]] int number() const { return m_number; }
    bool close()
    {
        const int number = std::exchange(m_number, -1);
        return number < 0 || ::close(number) == 0;
    }

private:
    int m_number;
};

bool writeAll(int number, const QByteArray &data)
{
    qsizetype done = 0;
    while (done < data.size()) {
        const ssize_t written =
            ::write(number, data.constData() + done, static_cast<size_t>(data.size() - done));
        if (written < 0 && errno != EINTR)
            return false;
        done += written > 0 ? written : 0;
    }
    return true;
}

bool makeFolder(const QByteArray &folder)
{
    const QFileInfo info(QFile::decodeName(folder));
    if (info.isDir())
        return true;
    return QDir().mkpath(info.absolutePath()) &&
           (::mkdir(folder.constData(), onlyMine) == 0 || errno == EEXIST);
}

/// Under another name first, so that nobody ever sees half a mail.
bool writeAtomically(const QByteArray &folder, const QByteArray &name, const QByteArray &data)
{
    QByteArray draft = folder + "/." + name + ".XXXXXX";
    Descriptor file(::mkostemp(draft.data(), O_CLOEXEC));
    if (!file.isOpen())
        return false;
    const bool isWritten = writeAll(file.number(), data) && ::fsync(file.number()) == 0 && file.close();
    if (!isWritten || std::rename(draft.constData(), (folder + '/' + name).constData()) != 0) {
        const int problem = errno;
        ::unlink(draft.constData());
        errno = problem;
        return false;
    }
    // The name itself must outlive a power cut too.
    const Descriptor directory(::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return directory.isOpen() && ::fsync(directory.number()) == 0;
}

bool isFileName(const QString &name)
{
    return !name.isEmpty() && !name.startsWith(u'.') && !name.contains(u'/') && !name.contains(QChar(0));
}

} // namespace

FolderTransport::FolderTransport(const QString &folder)
    : m_folder(QFile::encodeName(QDir(folder).absolutePath()))
{
}

QByteArray FolderTransport::freeName(const MailMessage &message) const
{
    const QByteArray name = QFile::encodeName(message.fileName);
    QByteArray result = name + ".eml";
    for (int copy = 2; !message.hasLinks && QFile::exists(QFile::decodeName(m_folder + '/' + result)); ++copy)
        result = name + '-' + QByteArray::number(copy) + ".eml";
    return result;
}

Delivery FolderTransport::deliver(const MailMessage &message)
{
    if (m_isAborted)
        return {Delivery::Kind::Stopped, 0, {}};
    if (!isFileName(message.fileName))
        return {Delivery::Kind::Permanent, 0, QStringLiteral("the mail's file name is not a plain one")};
    const QByteArray name = freeName(message);
    if (!makeFolder(m_folder) || !writeAtomically(m_folder, name, message.data)) {
        const int reason = errno;
        return {Delivery::Kind::Unusable, 0,
                QStringLiteral("the folder for mails cannot be written to: %1").arg(qt_error_string(reason)),
                reason == ENOSPC || reason == EDQUOT ? ErrorCode::DiskFull : ErrorCode::ReadOnly};
    }
    Delivery written;
    written.isIntoFolder = true;
    return written;
}

} // namespace addressdesk
