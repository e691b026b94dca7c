#pragma once

#include "app/ctl/Arguments.h"
#include "app/mail/SmtpSettings.h"
#include "app/revertlink/HttpListenerOptions.h"

#include <optional>

namespace addressdesk {

/// What `serve` was asked to do.
struct ServeOptions
{
    HttpListenerOptions listener;
    QString publicUrl;  ///< Without a slash at the end; empty: as the office's settings say.
    QString mailFolder; ///< Empty: mails go by SMTP, or not at all.
    std::optional<SmtpSettings> smtp;

    /// Refusals: wrong usage, and a password file that others can read.
    [[nodiscard]] static tl::expected<ServeOptions, Refusal> of(const Arguments &arguments);
};

} // namespace addressdesk
