#pragma once

class QCoreApplication;

namespace addressdesk {

/// Installs the texts of the person's language, those of Qt included, for as long as the application lives.
/// Without that language: English, for its plurals.
void installTranslations(QCoreApplication &application);

} // namespace addressdesk
