#include "ui/tasks/TasksDialog.h"

#include "models/wording/CustomerSentences.h"
#include "models/wording/Sentences.h"
#include "ui/appearance/Appearance.h"
#include "ui/appearance/Icons.h"
#include "ui/history/HistoryReverter.h"
#include "ui/history/HistorySentences.h"
#include "ui/messages/MessageBar.h"
#include "ui/tasks/RequestActions.h"
#include "ui/widgets/DialogState.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/ListTable.h"
#include "ui/widgets/Mnemonics.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

namespace addressdesk {

using appearance::step;

namespace {

const QString topic = QStringLiteral("request");

} // namespace

TasksDialog::TasksDialog(QSettings &settings, QWidget *parent)
    : QDialog(parent), m_reverter(new HistoryReverter(this)), m_table(new QTableView(this)),
      m_messages(new MessageBar(this)), m_actions(new RequestActions(*m_messages, topic, this)),
      m_state(new QLabel(this)), m_empty(new EmptyState(m_table->viewport())),
      m_goTo(new QPushButton(tr("&Go to address"), this)),
      m_setBack(new QPushButton(icons::icon(QStringLiteral("set-back")), tr("Set back anyway"), this)),
      m_done(new QPushButton(tr("&Done"), this))
{
    build();
    new DialogState(settings, *this, *m_table);
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
        tell(historySentences::refused(m_session->mapping(), outcome), Message::Kind::Problem);
        m_model.reload();
    });
    connect(m_reverter, &HistoryReverter::failed, this, &TasksDialog::tellError);
    connect(m_actions, &RequestActions::undoing, this, [this] { m_table->setFocus(); });
    connect(m_actions, &RequestActions::reopened, this, [this](qint64 taskId) { m_wanted = taskId; });
    connect(m_actions, &RequestActions::changed, &m_model, &OfficeTasksModel::reload);
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
    setWindowTitle(tr("Customer requests"));
    m_table->setObjectName(QStringLiteral("tasksTable"));
    m_table->setAccessibleName(tr("Customer requests"));
    listTable::setUp(*m_table, m_model, {17, 30, 12, 14, 14, 14, 19});
    m_empty->setObjectName(QStringLiteral("tasksEmpty"));
    m_messages->setObjectName(QStringLiteral("tasksMessages"));
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
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
    m_close = buttons->button(QDialogButtonBox::Close);
    for (QPushButton *button : {m_goTo, m_setBack, m_done})
        buttons->addButton(button, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * step, 3 * step, 3 * step, 3 * step);
    layout->setSpacing(2 * step);
    layout->addWidget(m_state);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_messages);
    layout->addWidget(buttons);
    resize(240 * step, 90 * step);
}

void TasksDialog::setSession(DeskSession *session)
{
    m_session = session;
    m_settingBack = {};
    m_reverter->setSession(session);
    m_actions->setSession(session);
    m_model.setSession(session);
    m_messages->dismissAll();
    if (isVisible())
        m_model.reload();
    showState();
}

void TasksDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    m_messages->dismissAll();
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
        emit addressRequested(*task);
}

void TasksDialog::setBackAnyway()
{
    const OfficeTask *task = chosen();
    if (!task || m_reverter->isBusy())
        return;
    m_settingBack = *task;
    RevertRequest request = HistoryReverter::ofEvent(task->event.sequenceNum, true);
    request.reason = wording::reasonOfLink();
    m_reverter->revert(request);
}

void TasksDialog::tellReverted(const RevertOutcome &outcome)
{
    const OfficeTask task = std::exchange(m_settingBack, {});
    //: %1 a customer's name, %2 a sentence such as "City set back to “Lyon”."
    const QString sentence = tr("%1: %2").arg(wording::spokenName(task.row.customer),
                                              historySentences::reverted(m_session->mapping(), outcome));
    tell(sentence, Message::Kind::Information);
    m_actions->finishSetBack(task.id);
}

void TasksDialog::finishChosen()
{
    if (const OfficeTask *task = chosen())
        m_actions->finish(*task);
}

void TasksDialog::tellError(const Error &error)
{
    if (m_session && error.code != ErrorCode::Cancelled)
        tell(wording::sentence(error, &m_session->description().url), Message::Kind::Problem,
             wording::technicalDetails(error));
}

void TasksDialog::tell(const QString &sentence, Message::Kind kind, const QString &details)
{
    m_messages->tell({topic, kind, sentence, {}, details});
}

void TasksDialog::showState()
{
    const bool isEmpty = m_model.rowCount() == 0;
    if (const int row = m_model.rowOf(m_wanted); row >= 0) {
        m_wanted = 0;
        m_table->setCurrentIndex(m_model.index(row, 0));
    }
    if (!isEmpty && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model.index(0, 0));
    const bool saysThereAreNone = m_session && m_model.isLoaded() && isEmpty;
    if (saysThereAreNone)
        m_empty->tell(QStringLiteral("customer"), tr("No customer waits for an answer."), {});
    m_empty->setVisible(saysThereAreNone);
    m_state->setVisible(!saysThereAreNone);
    if (!m_session)
        m_state->setText(tr("No database is open."));
    else if (!m_model.isLoaded())
        m_state->setText(tr("Reading…"));
    else if (m_model.isCut())
        m_state->setText(tr("Only the oldest %n are shown.", nullptr, m_model.rowCount()));
    else
        m_state->setText(
            tr("These customers clicked a link to set a value back that has changed again since. "
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
        text = u'&' + tr("%1 anyway").arg(historySentences::buttonText(entry));
    }
    m_setBack->setText(
        mnemonics::fitted(text, mnemonics::lettersOf({m_goTo->text(), m_done->text(), m_close->text()})));
    m_setBack->setAccessibleName(mnemonics::stripped(text));
}

} // namespace addressdesk
