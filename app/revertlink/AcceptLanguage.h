#pragma once

#include <QByteArray>
#include <QLocale>

namespace addressdesk {

/// The locale in which to answer: the best of the languages that the pages are written in, with the
/// visitor's territory where they named one ("fr-CA"). `header` is a field Accept-Language (RFC 9110, 12.5.4)
/// and `fallback` ("en", "fr"; else "en") what it comes to when it names none of them. Never fails: what
/// cannot be understood is left out.
[[nodiscard]] QLocale negotiatedLocale(const QByteArray &header, const QString &fallback);

} // namespace addressdesk
