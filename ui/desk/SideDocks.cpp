#include "ui/desk/SideDocks.h"

#include "models/items/CurrentAddress.h"
#include "models/wording/Sentences.h"
#include "ui/addresses/AddressForm.h"
#include "ui/appearance/Appearance.h"
#include "ui/desk/FormHeight.h"
#include "ui/history/HistoryPanel.h"

#include <QDockWidget>
#include <QEvent>
#include <QMainWindow>
#include <QScrollArea>
#include <QTimer>

namespace addressdesk {

using appearance::step;

SideDocks::SideDocks(CurrentAddress &current, StagedEdits &edits, QMainWindow &window)
    : QObject(&window), m_window(window)
{
    m_form = new AddressForm(current, edits, &window);
    m_scroll = scrolledForm();
    m_history = new HistoryPanel(&window);
    m_formDock = dock(QStringLiteral("addressDock"), tr("Address"), m_scroll);
    m_historyDock = dock(QStringLiteral("historyDock"), tr("History"), m_history);
    const CurrentAddress *shown = &current;
    connect(shown, &CurrentAddress::switched, m_history, [this, shown] {
        m_history->showAddress(shown->id());
        m_history->setCustomer(shown->row() ? wording::spokenName(shown->row()->customer) : QString());
    });
    connect(m_history, &HistoryPanel::fieldSetBack, m_form,
            [this, shown](const QString &addressId, const QString &fieldId) {
                if (addressId == shown->id())
                    m_form->flashField(fieldId);
            });
    m_height = new FormHeight(window, *m_formDock, *m_historyDock, [this] { return usualHeights(); });
}

QScrollArea *SideDocks::scrolledForm()
{
    auto *scroll = new QScrollArea(&m_window);
    scroll->setObjectName(QStringLiteral("addressScroll"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_form);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->installEventFilter(this);
    connect(m_form, &AddressForm::sentenceTold, scroll, [this, scroll](QWidget *label) {
        // When it is laid out; the field that it is about stays in sight too.
        QTimer::singleShot(0, label, [this, scroll, label] {
            scroll->ensureWidgetVisible(label, 0, step);
            if (QWidget *focus = m_window.focusWidget(); m_form->isAncestorOf(focus))
                scroll->ensureWidgetVisible(focus, 0, step);
        });
    });
    return scroll;
}

QDockWidget *SideDocks::dock(const QString &name, const QString &title, QWidget *content)
{
    auto *made = new QDockWidget(title, &m_window);
    made->setObjectName(name);
    made->setAccessibleName(title);
    made->setWidget(content);
    m_window.addDockWidget(Qt::RightDockWidgetArea, made);
    return made;
}

bool SideDocks::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        m_form->setRoom(m_scroll->viewport()->height());
    return QObject::eventFilter(watched, event);
}

FormHeight::Heights SideDocks::usualHeights() const
{
    const int formFrame = m_formDock->height() - m_scroll->height();
    const int historyFrame = m_historyDock->height() - m_history->height();
    return {m_form->usualHeight() + formFrame, m_form->briefHeight() + formFrame,
            m_history->usualHeight() + historyFrame};
}

void SideDocks::arrange()
{
    const int width = 90 * step;
    m_window.resizeDocks({m_formDock, m_historyDock}, {width, width}, Qt::Horizontal);
    // When the docks have been laid out once.
    QMetaObject::invokeMethod(m_height, &FormHeight::shareAnew, Qt::QueuedConnection);
}

QAction *SideDocks::formAction() const
{
    return m_formDock->toggleViewAction();
}

QAction *SideDocks::historyAction() const
{
    return m_historyDock->toggleViewAction();
}

void SideDocks::showForm()
{
    m_formDock->show();
    m_formDock->raise();
}

void SideDocks::showHistory()
{
    m_historyDock->show();
    m_historyDock->raise();
    m_height->lend(m_historyDock->height() - m_history->height() + m_history->heightForAChange());
}

void SideDocks::keepHeightDuring(const std::function<void()> &change)
{
    m_height->keepDuring(change);
}

} // namespace addressdesk
