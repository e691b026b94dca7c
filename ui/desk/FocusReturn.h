#pragma once

#include <QList>
#include <QObject>
#include <QPointer>
#include <QWidget>

namespace addressdesk {

/// Remembers where in a window somebody was working, while the focus is in bars that come and go, so that it
/// can be given back before Qt lets it wander to whatever is next.
class FocusReturn final : public QObject
{
    Q_OBJECT

public:
    /// Owned by `window`. While a window is taken down the focus still wanders, over bars that are gone.
    FocusReturn(const QList<QWidget *> &bars, QWidget *window);

    /// The window's focus is in one of the bars.
    [[nodiscard]] bool isInBar() const;
    /// Where the focus was before it came into a bar; nullptr when that has gone or cannot take it.
    [[nodiscard]] QWidget *place() const;

private:
    void follow(QWidget *focus);
    [[nodiscard]] bool isOfBar(const QWidget *widget) const;

    QList<QPointer<QWidget>> m_bars;
    QWidget *m_window;
    QPointer<QWidget> m_place;
};

} // namespace addressdesk
