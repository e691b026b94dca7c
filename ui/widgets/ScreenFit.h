#pragma once

#include <QObject>
#include <QSize>

class QDialog;

namespace addressdesk {

/// No dialog is larger than the screen that it comes up on, whatever it would like or was last time.
class ScreenFit final : public QObject
{
    Q_OBJECT

public:
    /// Fits whenever the dialog is shown. Owned by the dialog.
    explicit ScreenFit(QDialog &dialog);

    /// What the dialog may take on its screen, without its frame, in device-independent pixels; no more than
    /// its maximum size.
    [[nodiscard]] static QSize room(const QDialog &dialog);

    /// Moves a dialog that has grown while it was shown back onto its screen.
    static void keepOnScreen(QDialog &dialog);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace addressdesk
