#include "ui/widgets/ScrolledForm.h"

#include "ui/appearance/Appearance.h"

#include <QApplication>
#include <QEvent>
#include <QScrollBar>

#include <algorithm>

namespace addressdesk {

namespace {

constexpr int leastLines = 4;

} // namespace

ScrolledForm::ScrolledForm(QWidget *form, QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidget(form);
    form->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    connect(qApp, &QApplication::focusChanged, this,
            [this](const QWidget *, const QWidget *now) { follow(now); });
}

QSize ScrolledForm::sizeHint() const
{
    const QSize wanted = widget()->sizeHint();
    const int width = isVisible() ? viewport()->width() : wanted.width();
    return {wanted.width(),
            widget()->hasHeightForWidth() ? widget()->heightForWidth(width) : wanted.height()};
}

QSize ScrolledForm::minimumSizeHint() const
{
    const int height = std::min(sizeHint().height(), leastLines * fontMetrics().lineSpacing());
    return {widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width(), height};
}

bool ScrolledForm::event(QEvent *event)
{
    const bool isHandled = QScrollArea::event(event);
    if (event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return isHandled;
}

void ScrolledForm::follow(const QWidget *focus)
{
    if (!focus || !widget()->isAncestorOf(focus))
        return;
    // Once what goes with it, a sentence below it for example, has its place.
    QMetaObject::invokeMethod(
        this,
        [this] {
            QWidget *now = QApplication::focusWidget();
            if (now && widget()->isAncestorOf(now))
                ensureWidgetVisible(now, 0, 6 * appearance::step);
        },
        Qt::QueuedConnection);
}

} // namespace addressdesk
