#include "ui/tasks/TasksDialog.h"

#include "models/wording/CustomerSentences.h"
#include "models/wording/Sentences.h"
#include "ui/addresses/ColumnWidths.h"
#include "ui/addresses/PlainTextDelegate.h"
#include "ui/appearance/Appearance.h"
#include "ui/appearance/Icons.h"
#include "ui/appearance/PlainToolTip.h"
#include "ui/history/HistoryReverter.h"
#include "ui/history/HistorySentences.h"

#include <QAccessible>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

namespace addressdesk {

using appearance::step;

TasksDialog::TasksDialog(QWidget *parent)
    : QDialog(parent), m_reverter(new HistoryReverter(this)), m_table(new QTableView(this)),
      m_told(new QLabel(this)), m_state(new QLabel(this)),
      m_goTo(new QPushButton(tr("&Go to address"), this)),
      m_setBack(new QPushButton(icons::icon(QStringLiteral("set-back")), tr("Set back anyway"), this)),
      m_done(new QPushButton(tr("&Done"), this))
{
    build();
    connect(m_goTo, &QPushButton::clicked, this, &TasksDialog::goTo);
    connect(m_setBack, &QPushButton::clicked, this, &TasksDialog::setBackAnyway);
    connect(m_done, &QPushButton::clicked, this, &TasksDialog::finishChosen);
    connect(m_table, &QTableView::doubleClicked, this, &TasksDialog::goTo);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &TasksDialog::showChosen);
    connect(&m_model, &OfficeTasksModel::loaded, this, &TasksDialog::showState);
    connect(&m_model, &OfficeTasksModel::failed, this, &TasksDialog::tellError);
    connect(m_reverter, &HistoryReverter::busyChanged, this, &TasksDialog::showChosen);
    connect(m_reverter, &HistoryReverter::reverted, this, &TasksDialog::tellReverted);
    connect(m_reverter, &HistoryReverter::refused, this, [this](const RevertOutcome &outcome) {
        say(historySentences::refused(m_session->mapping(), outcome), true);
        m_model.reload();
    });
    connect(m_reverter, &HistoryReverter::failed, this, &TasksDialog::tellError);
    showState();
}

TasksDialog::~TasksDialog()
{
    m_reverter->disconnect(this);
    m_model.disconnect(this);
}

void TasksDialog::build()
{
    setObjectName(QStringLiteral("tasksDialog"));
    setWindowTitle(tr("What customers ask for"));
    buildTable();
    for (QLabel *label : {m_told, m_state}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_told->setObjectName(QStringLiteral("tasksTold"));
    m_told->hide();
    m_state->setObjectName(QStringLiteral("tasksState"));
    appearance::makeQuiet(m_state);
    m_goTo->setObjectName(QStringLiteral("taskGoTo"));
    m_goTo->setAccessibleName(tr("Go to address"));
    m_goTo->setDefault(true);
    m_setBack->setObjectName(QStringLiteral("taskSetBack"));
    m_done->setObjectName(QStringLiteral("taskDone"));
    m_done->setAccessibleName(tr("Done"));
    m_done->setToolTip(tr("Leaves the value as it is and takes the request off the list"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    for (QPushButton *button : {m_goTo, m_setBack, m_done})
        buttons->addButton(button, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * step, 3 * step, 3 * step, 3 * step);
    layout->setSpacing(2 * step);
    layout->addWidget(m_state);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_told);
    layout->addWidget(buttons);
    resize(240 * step, 90 * step);
}

void TasksDialog::buildTable()
{
    m_table->setObjectName(QStringLiteral("tasksTable"));
    m_table->setAccessibleName(tr("What customers ask for"));
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new PlainTextDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    auto *widths = new ColumnWidths(m_table);
    widths->setShares({17, 30, 12, 14, 14, 14, 19});
}

void TasksDialog::setSession(DeskSession *session)
{
    m_session = session;
    m_settingBack = 0;
    m_reverter->setSession(session);
    m_model.setSession(session);
    say({}, false);
    if (isVisible())
        m_model.reload();
    showState();
}

void TasksDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    say({}, false);
    m_table->setFocus();
    m_model.reload();
}

const OfficeTask *TasksDialog::chosen() const
{
    return m_model.task(m_table->currentIndex().row());
}

void TasksDialog::goTo()
{
    if (const OfficeTask *task = chosen())
        emit addressRequested(task->row.address.id);
}

void TasksDialog::setBackAnyway()
{
    const OfficeTask *task = chosen();
    if (!task || m_reverter->isBusy())
        return;
    m_settingBack = task->id;
    m_reverter->revert(HistoryReverter::ofEvent(task->event.sequenceNum, true));
}

void TasksDialog::tellReverted(const RevertOutcome &outcome)
{
    say(historySentences::reverted(m_session->mapping(), outcome), false);
    finish(std::exchange(m_settingBack, 0));
}

void TasksDialog::finishChosen()
{
    if (const OfficeTask *task = chosen()) {
        say({}, false);
        finish(task->id);
    }
}

void TasksDialog::finish(qint64 taskId)
{
    if (!m_session || taskId == 0)
        return;
    m_session->office().finishTask(taskId, this, [this](const Result<bool> &isDone) {
        // Somebody who was quicker did what was wanted.
        if (!isDone && isDone.error().code != ErrorCode::NotFound)
            tellError(isDone.error());
        m_model.reload();
    });
}

void TasksDialog::tellError(const Error &error)
{
    if (m_session && error.code != ErrorCode::Cancelled)
        say(wording::sentence(error, &m_session->description().url), true, error.detail);
}

void TasksDialog::showState()
{
    const bool isEmpty = m_model.rowCount() == 0;
    if (!isEmpty && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model.index(0, 0));
    if (!m_session)
        m_state->setText(tr("No database is open."));
    else if (!m_model.isLoaded())
        m_state->setText(tr("Reading…"));
    else if (isEmpty)
        m_state->setText(tr("No customer waits for an answer."));
    else if (m_model.isCut())
        m_state->setText(tr("Only the oldest %n are shown.", nullptr, m_model.rowCount()));
    else
        m_state->setText(
            tr("These customers clicked a link to put a value back that has changed again since. "
               "A link does not overwrite a later value; you may."));
    showChosen();
}

void TasksDialog::showChosen()
{
    const OfficeTask *task = chosen();
    const bool canWrite = m_session && !m_session->description().isReadOnly && !m_reverter->isBusy();
    const bool isThere = task && !task->row.address.values.isEmpty();
    m_goTo->setEnabled(task);
    m_done->setEnabled(task && canWrite);
    m_setBack->setEnabled(isThere && canWrite);
    QString text = tr("&Set back anyway");
    if (isThere && !task->event.field().isEmpty()) {
        HistoryEntry entry{task->event, {}};
        //: a button: %1 is for example "Set back to “Paris”"
        text = tr("%1 anyway").arg(historySentences::buttonText(entry));
    }
    m_setBack->setText(text);
    m_setBack->setAccessibleName(QString(text)
                                     .replace(QStringLiteral("&&"), QStringLiteral("\u0001"))
                                     .remove(u'&')
                                     .replace(u'\u0001', u'&'));
}

void TasksDialog::say(const QString &sentence, bool isProblem, const QString &details)
{
    m_told->setText(sentence);
    m_told->setVisible(!sentence.isEmpty());
    m_told->setToolTip(appearance::plainToolTip(details));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText,
                     isProblem ? appearance::problemAccent(palette()) : appearance::putBackAccent(palette()));
    m_told->setPalette(colours);
    if (sentence.isEmpty())
        return;
    QAccessibleEvent announcement(m_told, QAccessible::Alert);
    QAccessible::updateAccessibility(&announcement);
}

} // namespace addressdesk
