#pragma once

#include <QObject>

namespace addressdesk {

/// Ctrl+Backspace and Ctrl+Del delete a word wherever a person types, as everywhere else; the shortcuts of
/// the window that use these keys (set a change back, delete the address) wait until the focus is elsewhere.
/// Alt with a letter that leads nowhere types nothing. Shift+F10 opens the context menu, for keyboards
/// without a key for it.
class TextKeys final : public QObject
{
    Q_OBJECT

public:
    /// Watches the windows of the whole application as long as it lives.
    explicit TextKeys(QObject *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace addressdesk
