#pragma once

#include "models/domain/OutgoingMail.h"

#include <QByteArray>

#include <curl/curl.h>

namespace addressdesk {

/// What was said with a mail server about one message, and what its end means.
class SmtpDialogue final
{
public:
    /// How far a dialogue came: the last command that was sent.
    enum class Stage { Session, Sender, Recipient, Data };

    /// One command, as libcurl sends it. What follows QUIT does not count.
    void addCommand(const QByteArray &command);
    /// A line or more of the server's answer to it.
    void addReply(const QByteArray &lines);

    /// A piece of the message: what the server says after it is about the message.
    void addBody();

    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] const QByteArray &reply() const { return m_reply; }

    /// What curl's result means. `replyCode` is the server's last one, 0 for none. Pure.
    [[nodiscard]] static Delivery::Kind kindOf(CURLcode result, int replyCode, Stage stage);

    /// What is wrong, for a sentence; arguments as kindOf(). Pure.
    [[nodiscard]] static ErrorCode codeOf(CURLcode result, int replyCode, Stage stage);

private:
    Stage m_stage = Stage::Session;
    QByteArray m_reply;
    bool m_isOver = false;
};

} // namespace addressdesk
