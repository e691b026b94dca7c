#pragma once

#include <QLockFile>
#include <QObject>

#include <memory>

class QLocalServer;

namespace addressdesk {

/// One program for each person and session, as long as nobody names a database: the first one owns the name,
/// later ones hand over and end.
class SingleInstance final : public QObject
{
    Q_OBJECT

public:
    /// `folder` is the person's own, such as the runtime folder.
    explicit SingleInstance(const QString &folder, QObject *parent = nullptr);
    ~SingleInstance() override;

    /// True for the first one, which then receives. Where locks do not work everybody is first.
    [[nodiscard]] bool isFirst();
    /// Hands `message` to the first one; false when it does not answer within a second.
    [[nodiscard]] bool send(const QString &message) const;

signals:
    void received(const QString &message);

private:
    void receive();

    QString m_name;
    QLockFile m_lock;
    std::unique_ptr<QLocalServer> m_server;
};

} // namespace addressdesk
