#pragma once

#include "ui/messages/Message.h"

#include <QWidget>

class QPushButton;
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

    /// Letters that Alt means something else with in this window, and the one that is kept for Undo; buttons
    /// told of later use others.
    void setTakenMnemonics(const QString &letters, const QString &undo = {});
    /// Where its buttons stand with Tab: after this one, which has to outlive the bar.
    void setTabPlace(QWidget *place) { m_tabPlace = place; }
    /// Also told to screen readers.
    void tell(const Message &message);
    void dismiss(const QString &topic);
    void dismissAll();
    /// Whether a message of this topic is shown.
    [[nodiscard]] bool contains(const QString &topic) const;
    /// The shown texts, oldest first.
    [[nodiscard]] QStringList texts() const;

signals:
    /// A message goes whose button has the focus.
    void aboutToTakeFocusAway();
    /// A message offers to undo what it tells of.
    void undoOffered(QPushButton *button);

private:
    void remove(QWidget *frame);
    [[nodiscard]] QWidget *leastMissed() const;
    [[nodiscard]] QString takenMnemonics() const;

    QVBoxLayout *m_layout;
    QString m_taken;
    QString m_undoLetter;
    QWidget *m_tabPlace = nullptr;
};

} // namespace addressdesk
