#include "models/domain/MailRecord.h"

#include <array>
#include <utility>

namespace addressdesk {

namespace {

constexpr std::array<std::pair<MailState, QLatin1String>, 6> names{
    {{MailState::Queued, QLatin1String("queued")},
     {MailState::Sending, QLatin1String("sending")},
     {MailState::Sent, QLatin1String("sent")},
     {MailState::Failed, QLatin1String("failed")},
     {MailState::Cancelled, QLatin1String("cancelled")},
     {MailState::NoAddress, QLatin1String("noAddress")}}};

} // namespace

QString mailStateName(MailState state)
{
    for (const auto &[known, name] : names) {
        if (known == state)
            return name;
    }
    Q_UNREACHABLE();
}

std::optional<MailState> mailStateFromName(const QString &name)
{
    for (const auto &[state, known] : names) {
        if (known == name)
            return state;
    }
    return std::nullopt;
}

} // namespace addressdesk
