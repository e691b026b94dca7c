// What HistoryPanel is made of, and how its parts hear of each other.
#include "ui/history/HistoryPanel.h"

#include "models/wording/Sentences.h"
#include "ui/appearance/Appearance.h"
#include "ui/history/HistoryActions.h"
#include "ui/history/HistoryDelegate.h"
#include "ui/history/HistoryNotice.h"
#include "ui/history/HistoryReverter.h"
#include "ui/history/HistoryView.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace addressdesk {

void HistoryPanel::buildWidgets()
{
    m_heading = new QWidget(this);
    m_filter = new QComboBox(m_heading);
    m_filter->setObjectName(QStringLiteral("historyFilter"));
    m_filter->setAccessibleName(tr("Show the history of"));
    m_filter->setToolTip(tr("Show only the changes of one field"));
    m_filter->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    //: before the choice of "All fields" or one field
    auto *show = new QLabel(tr("Changes of"), m_heading);
    show->setTextFormat(Qt::PlainText);
    show->setBuddy(m_filter);
    appearance::makeQuiet(show);
    m_notice = new HistoryNotice(this);
    m_view = new HistoryView(this);
    m_view->setModel(m_model);
    m_state = new QLabel(this);
    m_state->setObjectName(QStringLiteral("historyState"));
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    appearance::makeQuiet(m_state);
    m_retry = new QPushButton(tr("Try again"), this);
    m_retry->setObjectName(QStringLiteral("historyRetry"));
    m_retry->setAccessibleName(tr("Read the history again"));
    m_actions = new HistoryActions(this);

    auto *heading = new QHBoxLayout(m_heading);
    heading->setContentsMargins(0, 0, 0, 0);
    heading->addWidget(show);
    heading->addWidget(m_filter);
    heading->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * appearance::step, 2 * appearance::step, 2 * appearance::step,
                               2 * appearance::step);
    layout->setSpacing(2 * appearance::step);
    layout->addWidget(m_heading);
    layout->addWidget(m_notice);
    layout->addWidget(m_view);
    layout->addWidget(m_state);
    layout->addWidget(m_retry, 0, Qt::AlignLeft);
    layout->addWidget(m_actions);
    layout->addStretch(1);
    setFocusProxy(m_view);
}

bool HistoryPanel::event(QEvent *event)
{
    const bool isHandled = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
        giveWay();
    return isHandled;
}

/// Rather than cutting sentences a low panel leaves out what can be done without.
void HistoryPanel::giveWay()
{
    Brevity brevity = Brevity::Whole;
    for (const Brevity next : {Brevity::WithoutChoice, Brevity::WithoutFilter, Brevity::WithoutList}) {
        if (neededHeight(width(), brevity) > height())
            brevity = next;
    }
    if (std::exchange(m_brevity, brevity) == brevity)
        return;
    m_actions->setBrief(brevity >= Brevity::WithoutChoice);
    m_heading->setVisible(brevity < Brevity::WithoutFilter);
    m_view->setLow(brevity >= Brevity::WithoutList);
}

int HistoryPanel::neededHeight(int width, Brevity brevity) const
{
    const QMargins margins = layout()->contentsMargins();
    const int inner = width - margins.left() - margins.right();
    int height = margins.top() + margins.bottom() - layout()->spacing();
    const auto add = [this, &height](int part) {
        height += layout()->spacing() + part;
    };
    if (brevity < Brevity::WithoutFilter)
        add(m_heading->sizeHint().height());
    if (!m_notice->isHidden())
        add(m_notice->heightForWidth(inner));
    if (!m_view->isHidden())
        add(brevity < Brevity::WithoutList ? m_view->heightForAChange() : 0);
    if (!m_state->isHidden())
        add(m_state->heightForWidth(inner));
    if (!m_retry->isHidden())
        add(m_retry->sizeHint().height());
    if (!m_actions->isHidden())
        add(m_actions->neededHeight(inner, brevity >= Brevity::WithoutChoice));
    return height;
}

QSize HistoryPanel::minimumSizeHint() const
{
    const int width = QWidget::minimumSizeHint().width();
    return {width, neededHeight(std::max(width, this->width()), Brevity::WithoutList)};
}

int HistoryPanel::heightForAChange() const
{
    return neededHeight(width(), Brevity::Whole);
}

void HistoryPanel::buildActions()
{
    const auto add = [this](const QString &name, const QString &text, const QKeySequence &keys, auto slot) {
        auto *action = new QAction(text, this);
        action->setObjectName(name);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
        return action;
    };
    m_setBackAction = add(QStringLiteral("setBackAction"), tr("Set the chosen change &back"),
                          QKeySequence(Qt::CTRL | Qt::Key_Backspace), &HistoryPanel::setBackSelected);
    m_setSaveBackAction =
        add(QStringLiteral("setSaveBackAction"), tr("Set its whole &save back"),
            QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Backspace), &HistoryPanel::setSaveBackSelected);
    m_nextAction = add(QStringLiteral("nextChangeAction"), tr("&Older change"),
                       QKeySequence(Qt::ALT | Qt::Key_Down), &HistoryPanel::selectNext);
    m_previousAction = add(QStringLiteral("previousChangeAction"), tr("&Newer change"),
                           QKeySequence(Qt::ALT | Qt::Key_Up), &HistoryPanel::selectPrevious);
}

void HistoryPanel::connectParts()
{
    connect(m_model, &HistoryModel::loaded, this, [this] {
        m_error.reset();
        m_notice->follow(*m_model);
        chooseDefault();
        showState();
    });
    connect(m_model, &HistoryModel::loadFailed, this, &HistoryPanel::showFailure);
    connect(m_model, &HistoryModel::loadingChanged, this, &HistoryPanel::updateBusy);
    connect(m_reverter, &HistoryReverter::busyChanged, this, &HistoryPanel::updateBusy);
    connect(m_reverter, &HistoryReverter::reverted, this, &HistoryPanel::tellReverted);
    connect(m_reverter, &HistoryReverter::refused, this, &HistoryPanel::tellRefused);
    connect(m_reverter, &HistoryReverter::failed, this, [this](const Error &error) {
        m_isUndoing = false;
        m_notice->sayProblem(wording::sentence(error, m_session ? &m_session->description().url : nullptr),
                             wording::technicalDetails(error));
        m_model->reload();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                if (const HistoryEntry *entry = m_model->entry(current.row()))
                    m_chosenSequenceNum = entry->event.sequenceNum;
                showChosen();
            });
    connect(m_view, &QWidget::customContextMenuRequested, this, &HistoryPanel::openMenu);
    connect(m_actions, &HistoryActions::setBackRequested, this, &HistoryPanel::setBackSelected);
    connect(m_actions, &HistoryActions::setSaveBackRequested, this, &HistoryPanel::setSaveBackSelected);
    connect(m_notice, &HistoryNotice::undoRequested, this, [this] {
        m_isUndoing = true;
        m_reverter->revert(HistoryReverter::ofSave(m_notice->changeId()));
    });
    connect(m_retry, &QPushButton::clicked, m_model, &HistoryModel::reload);
    connect(m_filter, &QComboBox::currentIndexChanged, this, [this] {
        holdPicture();
        m_view->beginAtTop();
        m_model->show(m_model->addressId(), m_filter->currentData().toString());
        showState();
    });
    connect(&m_clock, &QTimer::timeout, m_model, &HistoryModel::refreshTimes);
    connect(&m_busyIndicator, &QTimer::timeout, this, &HistoryPanel::showState);
    connect(&m_settling, &QTimer::timeout, this, [this] { setUpdatesEnabled(true); });
}

void HistoryPanel::fillFilter()
{
    const QString chosen = m_filter->currentData().toString();
    QStringList titles{wording::eventTitle(EventType::AddressCreated),
                       wording::eventTitle(EventType::AddressDeleted),
                       wording::eventTitle(EventType::AddressRestored)};
    m_filter->clear();
    m_filter->addItem(tr("All fields"), QString());
    for (const FieldMapping &field : m_model->mapping().fields) {
        titles.append(wording::fieldTitle(m_model->mapping(), field.id));
        m_filter->addItem(titles.constLast(), field.id);
    }
    showField(chosen);
    if (auto *delegate = qobject_cast<HistoryDelegate *>(m_view->itemDelegate()))
        delegate->setTitles(titles);
}

} // namespace addressdesk
