#include "ui/mail/OutboxDialog.h"

#include "models/wording/MailWording.h"
#include "models/wording/Sentences.h"
#include "ui/appearance/Appearance.h"
#include "ui/mail/MailActions.h"
#include "ui/mail/MailButtons.h"
#include "ui/mail/MailPane.h"
#include "ui/mail/OutboxDelegate.h"
#include "ui/messages/MessageBar.h"
#include "ui/widgets/DialogState.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/ListTable.h"
#include "ui/widgets/Mnemonics.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace addressdesk {

using appearance::step;
using Filter = OutboxModel::Filter;

namespace {

const QString serviceTopic = QStringLiteral("mailService");
const QString readingTopic = QStringLiteral("mailReading");

} // namespace

OutboxDialog::OutboxDialog(MailService &service, QSettings &settings, QWidget *parent)
    : QDialog(parent), m_service(service), m_filter(new QComboBox(this)), m_table(new QTableView(this)),
      m_splitter(new QSplitter(Qt::Vertical, this)), m_pane(new MailPane(service, this)),
      m_buttons(new MailButtons(this)), m_messages(new MessageBar(this)),
      m_actions(new MailActions(service, *m_messages, this))
{
    setObjectName(QStringLiteral("outbox"));
    setWindowTitle(tr("Outbox"));
    m_messages->setObjectName(QStringLiteral("outboxMessages"));
    buildFilter();
    buildTable();
    arrange();
    connectParts();
    setCounts({});
    showService();
    resize(272 * step, 176 * step);
    new DialogState(settings, *this, *m_table, m_splitter);
}

void OutboxDialog::buildFilter()
{
    m_filter->setObjectName(QStringLiteral("outboxFilter"));
    m_filter->setAccessibleName(tr("Show"));
    for (const Filter filter : {Filter::All, Filter::Waiting, Filter::Failed, Filter::Letters, Filter::Sent})
        m_filter->addItem({}, static_cast<int>(filter));
    m_filter->setSizeAdjustPolicy(QComboBox::AdjustToContents);
}

void OutboxDialog::buildTable()
{
    m_table->setObjectName(QStringLiteral("outboxTable"));
    m_table->setAccessibleName(tr("Outbox"));
    listTable::setUp(*m_table, m_model, {21, 18, 22, 23, 18, 27, 22});
    m_table->setItemDelegate(new OutboxDelegate(m_table));
    m_empty = new EmptyState(m_table->viewport());
    m_empty->setObjectName(QStringLiteral("outboxEmpty"));
}

void OutboxDialog::arrange()
{
    auto *label = new QLabel(tr("&Show:"), this);
    label->setBuddy(m_filter);
    auto *top = new QHBoxLayout;
    top->setSpacing(2 * step);
    top->addWidget(label);
    top->addWidget(m_filter);
    top->addStretch(1);
    m_splitter->setObjectName(QStringLiteral("outboxSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_pane);
    m_splitter->setSizes({48 * step, 110 * step});
    m_splitter->setStretchFactor(1, 1);
    m_table->setMinimumHeight(18 * step);
    auto *close = new QDialogButtonBox(QDialogButtonBox::Close, this);
    close->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(close, &QDialogButtonBox::rejected, this, &QDialog::close);
    m_messages->setTabPlace(m_pane->lastTabStop());
    m_fixedTexts =
        QStringList{label->text(), close->button(QDialogButtonBox::Close)->text()} + m_pane->tabTitles();
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_buttons, 1);
    foot->addWidget(close, 0, Qt::AlignBottom);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * step, 3 * step, 3 * step, 3 * step);
    layout->setSpacing(2 * step);
    layout->addLayout(top);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_messages);
    layout->addLayout(foot);
}

void OutboxDialog::connectParts()
{
    connect(m_filter, &QComboBox::currentIndexChanged, this, [this] {
        m_actions->forget();
        m_model.setFilter(static_cast<Filter>(m_filter->currentData().toInt()));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &OutboxDialog::showCurrent);
    connect(m_table, &QTableView::doubleClicked, m_buttons, &MailButtons::addressRequested);
    connect(&m_model, &OutboxModel::loaded, this, &OutboxDialog::showLoaded);
    connect(&m_model, &OutboxModel::failed, this, &OutboxDialog::showFailure);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        setFilter(Filter::All);
        m_table->setFocus();
    });
    connect(m_buttons, &MailButtons::actionRequested, this, [this](MailAction action) {
        if (const auto mail = current())
            m_actions->request(*mail, action);
    });
    connect(m_messages, &MessageBar::aboutToTakeFocusAway, this, [this] { m_table->setFocus(); });
    connect(m_actions, &MailActions::busyChanged, this, [this](bool isBusy) {
        // A button that is disabled would pass the focus on to whatever is next.
        if (isBusy && m_buttons->isAncestorOf(focusWidget()))
            m_table->setFocus();
        m_buttons->setBusy(isBusy);
    });
    connect(m_actions, &MailActions::changed, &m_model, &OutboxModel::reload);
    connect(m_buttons, &MailButtons::letterRequested, this, [this] {
        if (const auto mail = current())
            emit letterRequested(mail->id);
    });
    connect(m_buttons, &MailButtons::addressRequested, this, [this] {
        if (const auto mail = current())
            emit addressRequested(mail->addressId);
    });
    connect(&m_service, &MailService::stateChanged, this, &OutboxDialog::showService);
}

void OutboxDialog::setSession(DeskSession *session)
{
    m_session = session;
    m_currentId = 0;
    m_messages->dismissAll();
    m_empty->hide();
    m_actions->setSession(session);
    m_buttons->setWritable(session && !session->description().isReadOnly);
    m_model.setSession(session);
    showCurrent();
    showService();
}

void OutboxDialog::setCounts(const MailCounts &counts)
{
    m_waiting = counts.waiting;
    showService();
    const auto counted = [](const QString &words, qint64 count) {
        //: A choice of mails: %1 for example "Failed", %2 how many there are
        return count == 0 ? words : tr("%1 (%2)").arg(words, QLocale().toString(count));
    };
    //: Which mails are shown
    const QStringList texts{tr("All mails"), counted(tr("Waiting"), counts.waiting),
                            counted(tr("Failed"), counts.failed),
                            counted(tr("Letters to be printed"), counts.letters),
                            //: Which mails are shown: those that left, or were written into a folder
                            tr("Sent or in the folder")};
    for (int i = 0; i < m_filter->count(); ++i)
        m_filter->setItemText(i, texts[i]);
}

void OutboxDialog::setFilter(Filter filter)
{
    m_filter->setCurrentIndex(m_filter->findData(static_cast<int>(filter)));
}

void OutboxDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    m_actions->forget();
    m_table->setFocus();
    m_model.reload();
}

/// Enter does what has the focus, and never closes; Escape leaves a question before it leaves the outbox.
void OutboxDialog::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    auto *button = qobject_cast<QPushButton *>(focusWidget());
    if (isEnter && button)
        button->click();
    else if (isEnter && m_table->hasFocus())
        emit m_buttons->addressRequested();
    else if (event->key() == Qt::Key_Escape && m_actions->isAsking())
        m_actions->forgetQuestion();
    else if (!isEnter)
        QDialog::keyPressEvent(event);
}

std::optional<MailRecord> OutboxDialog::current() const
{
    const MailRecord *mail = m_model.mail(m_table->currentIndex().row());
    return mail ? std::optional(*mail) : std::nullopt;
}

void OutboxDialog::showCurrent()
{
    const std::optional<MailRecord> mail = current();
    if (mail && mail->id != m_currentId) {
        m_currentId = mail->id;
        m_actions->forgetQuestion();
        // The choice also changes while a row is being removed: afterwards it is known whether it was that.
        QMetaObject::invokeMethod(this, &OutboxDialog::leaveFormer, Qt::QueuedConnection);
    }
    m_pane->showMail(mail);
    m_buttons->setMail(mail);
    m_messages->setTakenMnemonics(mnemonics::lettersOf(m_fixedTexts + m_buttons->texts()));
}

void OutboxDialog::leaveFormer()
{
    m_actions->goTo(m_currentId, m_model);
}

void OutboxDialog::showLoaded()
{
    m_messages->dismiss(readingTopic);
    m_actions->follow(m_model);
    m_pane->setVisible(m_model.rowCount() > 0);
    if (m_model.rowCount() > 0) {
        m_empty->hide();
        if (!m_table->currentIndex().isValid())
            m_table->setCurrentIndex(m_model.index(std::max(0, m_model.rowOf(m_currentId)), 0));
    } else {
        const QString all = tr("Show all mails");
        switch (m_model.filter()) {
        case Filter::All:
            m_empty->tell(QStringLiteral("mail"),
                          tr("No mail has been queued yet. Every save queues one to the customer."), {});
            break;
        case Filter::Waiting:
            m_empty->tell(QStringLiteral("mail"), tr("No mail is waiting."), all);
            break;
        case Filter::Failed:
            m_empty->tell(QStringLiteral("mail"), tr("No mail has failed."), all);
            break;
        case Filter::Letters:
            m_empty->tell(QStringLiteral("envelope"), tr("No letter is due."), all);
            break;
        case Filter::Sent:
            m_empty->tell(QStringLiteral("mail"), tr("No mail has been sent yet."), all);
            break;
        }
    }
    showCurrent();
}

void OutboxDialog::showFailure(const Error &error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    m_messages->tell({readingTopic,
                      Message::Kind::Problem,
                      wording::sentence(error, m_session ? &m_session->description().url : nullptr),
                      {{tr("Try again"),
                        [this] {
                            m_model.reload();
                        }}},
                      wording::technicalDetails(error)});
}

/// Why mails wait, as long as they do.
void OutboxDialog::showService()
{
    const Message::Action settings{tr("Mail settings…"), [this] {
                                       emit settingsRequested();
                                   }};
    const std::optional<Error> problem = m_service.problem();
    if (problem)
        m_messages->tell(
            {serviceTopic,
             Message::Kind::Warning,
             tr("Mails cannot be sent for now; they wait. %1").arg(wording::mailProblem(*problem)),
             {settings},
             wording::technicalDetails(*problem)});
    else if (m_waiting > 0 && m_session && m_service.sendsHere() &&
             m_service.route().kind == MailRoute::Kind::None)
        m_messages->tell({serviceTopic,
                          Message::Kind::Information,
                          tr("Mails wait here: how they leave this computer has not been set yet."),
                          {settings},
                          {}});
    else
        m_messages->dismiss(serviceTopic);
}

} // namespace addressdesk
