#pragma once

#include "ui/messages/Message.h"

#include <QWidget>

class QVBoxLayout;

namespace addressdesk {

/// Messages in the window, one below the other; they stay until they are answered, replaced or closed. Takes
/// no room when empty.
class MessageBar final : public QWidget
{
    Q_OBJECT

public:
    static constexpr qsizetype maximumMessages = 3;

    explicit MessageBar(QWidget *parent = nullptr);

    /// Also told to screen readers.
    void tell(const Message &message);
    void dismiss(const QString &topic);
    void dismissAll();
    /// Whether a message of this topic is shown.
    [[nodiscard]] bool contains(const QString &topic) const;
    /// The shown texts, oldest first.
    [[nodiscard]] QStringList texts() const;

private:
    void remove(QWidget *frame);

    QVBoxLayout *m_layout;
};

} // namespace addressdesk
