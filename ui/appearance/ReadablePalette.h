#pragma once

#include <QObject>

class QGuiApplication;

namespace addressdesk {

/// Keeps hints and disabled texts readable (appearance::withReadableHints()) in whatever palette the platform
/// or a person chooses, for as long as it lives. What else the palette says stays the platform's.
class ReadablePalette final : public QObject
{
    Q_OBJECT

public:
    explicit ReadablePalette(QGuiApplication &application);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace addressdesk
