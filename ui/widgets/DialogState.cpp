#include "ui/widgets/DialogState.h"

#include "ui/widgets/ColumnWidths.h"
#include "ui/widgets/ScreenFit.h"

#include <QDialog>
#include <QEvent>
#include <QHeaderView>
#include <QSettings>
#include <QSplitter>
#include <QTableView>

namespace addressdesk {

DialogState::DialogState(QSettings &settings, QDialog &dialog, QTableView &table, QSplitter *splitter)
    : QObject(&dialog), m_settings(settings), m_dialog(dialog), m_table(table), m_splitter(splitter)
{
    restore();
    dialog.installEventFilter(this);
    new ScreenFit(dialog);
}

QString DialogState::key(const char *name) const
{
    return QStringLiteral("dialogs/%1/%2").arg(m_dialog.objectName(), QLatin1String(name));
}

void DialogState::restore()
{
    m_dialog.restoreGeometry(m_settings.value(key("geometry")).toByteArray());
    if (m_splitter)
        m_splitter->restoreState(m_settings.value(key("split")).toByteArray());
    const QByteArray columns = m_settings.value(key("columns")).toByteArray();
    auto *widths = m_table.findChild<ColumnWidths *>();
    // Where nobody chose widths they follow the dialog's.
    if (!widths || columns.isEmpty())
        return;
    widths->setChosen(true); // Before: they would be shared anew with every change of the header.
    if (!m_table.horizontalHeader()->restoreState(columns))
        widths->fit();
}

void DialogState::save()
{
    m_settings.setValue(key("geometry"), m_dialog.saveGeometry());
    if (m_splitter)
        m_settings.setValue(key("split"), m_splitter->saveState());
    const auto *widths = m_table.findChild<ColumnWidths *>();
    if (widths && widths->isChosen())
        m_settings.setValue(key("columns"), m_table.horizontalHeader()->saveState());
}

bool DialogState::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_dialog && event->type() == QEvent::Hide && !event->spontaneous())
        save();
    return QObject::eventFilter(watched, event);
}

} // namespace addressdesk
