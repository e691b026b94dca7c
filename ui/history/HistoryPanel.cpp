#include "ui/history/HistoryPanel.h"

#include "models/wording/Sentences.h"
#include "ui/history/ChosenChange.h"
#include "ui/history/HistoryActions.h"
#include "ui/history/HistoryDelegate.h"
#include "ui/history/HistoryMenu.h"
#include "ui/history/HistoryNotice.h"
#include "ui/history/HistoryReverter.h"
#include "ui/history/HistorySentences.h"
#include "ui/history/HistoryView.h"
#include "ui/widgets/FoldedDetails.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>
#include <chrono>
#include <utility>

namespace addressdesk {

using namespace std::chrono_literals;

HistoryPanel::HistoryPanel(QWidget *parent)
    : QWidget(parent), m_model(new HistoryModel(this)), m_reverter(new HistoryReverter(this)),
      m_parts(*m_model, *this), m_chosen(new ChosenChange(*m_model, m_parts, *m_reverter, this))
{
    setObjectName(QStringLiteral("historyPanel"));
    setAccessibleName(tr("History of the address"));
    buildActions();
    connectModel();
    connectParts();
    fillFilter();
    m_clock.start(30s);
    m_busyIndicator.setSingleShot(true);
    m_busyIndicator.setInterval(300ms);
    m_settling.setSingleShot(true);
    m_settling.setInterval(150ms);
    showState();
}

HistoryPanel::~HistoryPanel()
{
    m_model->disconnect(this);
    m_reverter->disconnect(this);
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
                          QKeySequence(Qt::CTRL | Qt::Key_Backspace), [this] { setBackFromAction(false); });
    m_setSaveBackAction =
        add(QStringLiteral("setSaveBackAction"), tr("Set its whole &save back"),
            QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Backspace), [this] { setBackFromAction(true); });
    m_nextAction = add(QStringLiteral("nextChangeAction"), tr("&Older change"),
                       QKeySequence(Qt::ALT | Qt::Key_Down), &HistoryPanel::selectNext);
    m_previousAction = add(QStringLiteral("previousChangeAction"), tr("&Newer change"),
                           QKeySequence(Qt::ALT | Qt::Key_Up), &HistoryPanel::selectPrevious);
}

void HistoryPanel::connectModel()
{
    connect(m_model, &HistoryModel::loaded, this, [this] {
        m_error.reset();
        m_parts.notice().follow(*m_model);
        m_chosen->takeHistory();
        showState();
    });
    connect(m_model, &HistoryModel::loadFailed, this, &HistoryPanel::showFailure);
    connect(m_model, &HistoryModel::loadingChanged, this, &HistoryPanel::updateBusy);
    connect(m_reverter, &HistoryReverter::busyChanged, this, &HistoryPanel::updateBusy);
    connect(m_reverter, &HistoryReverter::reverted, this, &HistoryPanel::tellReverted);
    connect(m_reverter, &HistoryReverter::refused, this, &HistoryPanel::tellRefused);
    connect(m_reverter, &HistoryReverter::failed, this, [this](const Error &error) {
        m_isUndoing = false;
        m_parts.notice().sayProblem(
            wording::sentence(error, m_session ? &m_session->description().url : nullptr),
            wording::technicalDetails(error));
        m_model->reload();
    });
    connect(&m_clock, &QTimer::timeout, m_model, &HistoryModel::refreshTimes);
    connect(&m_busyIndicator, &QTimer::timeout, this, &HistoryPanel::showState);
    connect(&m_settling, &QTimer::timeout, this, [this] { setUpdatesEnabled(true); });
}

void HistoryPanel::connectParts()
{
    connect(&m_parts.view(), &QWidget::customContextMenuRequested, this, &HistoryPanel::openMenu);
    connect(&m_parts.actions(), &HistoryActions::setBackRequested, this, &HistoryPanel::setBackSelected);
    connect(&m_parts.actions(), &HistoryActions::setSaveBackRequested, this,
            &HistoryPanel::setSaveBackSelected);
    connect(&m_parts.actions(), &HistoryActions::letterRequested, this, [this] {
        if (const qint64 letter = m_model->letterId(m_parts.view().currentIndex().row()); letter != 0)
            emit letterRequested(letter);
    });
    connect(&m_parts.notice(), &HistoryNotice::undoRequested, this, [this] {
        if (m_reverter->isBusy())
            return;
        m_isUndoing = true;
        m_reverter->revert(HistoryReverter::ofSave(m_parts.notice().changeId()));
    });
    connect(&m_parts.notice(), &HistoryNotice::undoOffered, this, &HistoryPanel::undoOffered);
    connect(&m_parts.retry(), &QPushButton::clicked, m_model, &HistoryModel::reload);
    connect(&m_parts.filter(), &QComboBox::currentIndexChanged, this, [this] {
        holdPicture();
        m_parts.view().beginAtTop();
        m_model->show(m_model->addressId(), m_parts.filter().currentData().toString());
        showState();
    });
}

void HistoryPanel::fillFilter()
{
    const QString chosen = m_parts.filter().currentData().toString();
    QStringList titles{wording::eventTitle(EventType::AddressCreated),
                       wording::eventTitle(EventType::AddressDeleted),
                       wording::eventTitle(EventType::AddressRestored)};
    m_parts.filter().clear();
    m_parts.filter().addItem(tr("All fields"), QString());
    for (const FieldMapping &field : m_model->mapping().fields) {
        titles.append(wording::fieldTitle(m_model->mapping(), field.id));
        m_parts.filter().addItem(titles.constLast(), field.id);
    }
    showField(chosen);
    if (auto *delegate = qobject_cast<HistoryDelegate *>(m_parts.view().itemDelegate()))
        delegate->setTitles(titles);
}

bool HistoryPanel::event(QEvent *event)
{
    const bool isHandled = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
        m_parts.giveWay();
    return isHandled;
}

QSize HistoryPanel::minimumSizeHint() const
{
    const int width = QWidget::minimumSizeHint().width();
    return {width, m_parts.minimumHeight(std::max(width, this->width()))};
}

int HistoryPanel::heightForAChange() const
{
    return m_parts.heightForAChange();
}

int HistoryPanel::usualHeight() const
{
    return m_parts.usualHeight();
}

void HistoryPanel::setSession(DeskSession *session)
{
    m_session = session;
    m_chosen->giveQuestionUp();
    m_chosen->wantNothing();
    m_isUndoing = false;
    m_parts.notice().dismiss();
    m_error.reset();
    m_reverter->setSession(session);
    m_model->setSession(session);
    fillFilter();
    showState();
}

void HistoryPanel::showAddress(const QString &addressId)
{
    if (addressId == m_model->addressId())
        return;
    m_parts.notice().dismiss();
    m_error.reset();
    m_chosen->startAnew();
    if (!addressId.isEmpty() && std::exchange(m_filteredAddressId, addressId) != addressId) {
        const QSignalBlocker quiet(&m_parts.filter());
        m_parts.filter().setCurrentIndex(0);
    }
    holdPicture();
    m_parts.view().beginAtTop();
    m_model->show(addressId, m_parts.filter().currentData().toString());
    showState();
}

void HistoryPanel::showField(const QString &fieldId)
{
    m_parts.filter().setCurrentIndex(std::max(0, m_parts.filter().findData(fieldId)));
}

void HistoryPanel::showChange(const QString &addressId, qint64 sequenceNum)
{
    m_parts.filter().setCurrentIndex(0);
    m_chosen->want(addressId, sequenceNum);
}

void HistoryPanel::setTakenMnemonics(const QString &letters)
{
    m_parts.notice().setTakenMnemonics(letters);
}

QString HistoryPanel::usedMnemonics() const
{
    return m_parts.notice().usedMnemonics();
}

void HistoryPanel::reload()
{
    m_model->reload();
}

void HistoryPanel::chooseNewest()
{
    m_chosen->forget();
    m_parts.view().beginAtTop();
    m_model->reload();
}

void HistoryPanel::setBackSelected()
{
    m_chosen->setBack();
}

void HistoryPanel::setSaveBackSelected()
{
    m_chosen->setSaveBack();
}

void HistoryPanel::setBackFromAction(bool isWholeSave)
{
    const auto setBack = isWholeSave ? &HistoryPanel::setSaveBackSelected : &HistoryPanel::setBackSelected;
    if (m_model->isLoaded() && !m_chosen->entry() && !m_model->addressId().isEmpty()) {
        m_parts.notice().sayProblem(
            tr("Nothing has been changed at this address, so nothing can be set back."));
        return;
    }
    const QList<HistoryEntry> changes = m_chosen->meant(isWholeSave);
    if (changes.isEmpty() || !m_guard) {
        (this->*setBack)();
        return;
    }
    m_guard(changes, [this, setBack, sequenceNum = m_chosen->entry()->event.sequenceNum] {
        const int row = m_model->rowOf(sequenceNum);
        if (row < 0)
            return;
        m_chosen->choose(row);
        (this->*setBack)();
    });
}

void HistoryPanel::selectNext()
{
    m_chosen->chooseOlder();
}

void HistoryPanel::selectPrevious()
{
    m_chosen->chooseNewer();
}

void HistoryPanel::showState()
{
    QString sentence;
    const bool isEmpty = m_model->isLoaded() && m_model->rowCount() <= 1;
    if (m_model->addressId().isEmpty())
        sentence = tr("Select an address to see its history.");
    else if (m_error)
        sentence = wording::sentence(*m_error, m_session ? &m_session->description().url : nullptr);
    else if (m_isBusy && !m_busyIndicator.isActive())
        sentence = m_reverter->isBusy() ? tr("Setting back…") : tr("Reading the history…");
    else if (isEmpty && !m_model->fieldId().isEmpty())
        sentence = tr("No changes of this field yet.");
    else if (isEmpty)
        sentence = tr("No changes yet: this address is as it was before Address Desk.");
    m_parts.state().setText(sentence);
    m_parts.details().setText(m_error ? wording::technicalDetails(*m_error) : QString());
    m_parts.state().setVisible(!sentence.isEmpty());
    m_parts.retry().setVisible(m_error.has_value());
    m_parts.view().setVisible(m_model->isLoaded());
    setFocusProxy(m_parts.view().isHidden() ? static_cast<QWidget *>(&m_parts.filter()) : &m_parts.view());
    m_parts.actions().setVisible(m_model->rowCount() > 1);
    m_parts.filter().setEnabled(m_session);
    if (!m_isBusy)
        setUpdatesEnabled(true);
}

void HistoryPanel::holdPicture()
{
    // Between two addresses nothing flickers: the new history is painted when it is there, or when it takes
    // its time.
    setUpdatesEnabled(false);
    m_settling.start();
}

void HistoryPanel::showFailure(const Error &error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    m_error = error;
    showState();
}

void HistoryPanel::tellReverted(const RevertOutcome &outcome)
{
    const bool wasUndone = std::exchange(m_isUndoing, false);
    if (outcome.addressId == m_model->addressId()) {
        const QString what = wasUndone ? tr("Setting back was undone.")
                                       : historySentences::reverted(m_model->mapping(), outcome);
        //: %1 a customer's name, %2 a sentence such as "City set back to “Lyon”."
        m_parts.notice().sayDone(m_customer.isEmpty() ? what : tr("%1: %2").arg(m_customer, what), outcome,
                                 !wasUndone);
        if (wasUndone) // The change that it concerned is used up: the new one is what counts now.
            m_chosen->forget();
        m_chosen->wantTop();
        m_model->reload();
    }
    emit reverted(outcome);
    for (const Event &event : outcome.events) {
        if (!event.field().isEmpty())
            emit fieldSetBack(outcome.addressId, event.field());
    }
}

void HistoryPanel::tellRefused(const RevertOutcome &outcome)
{
    m_isUndoing = false;
    m_parts.notice().sayProblem(historySentences::refused(m_model->mapping(), outcome));
    m_model->reload();
}

void HistoryPanel::openMenu(const QPoint &position)
{
    const QModelIndex index = m_parts.view().indexAt(position);
    if (!index.isValid())
        return;
    m_parts.view().setCurrentIndex(index);
    auto *menu = new HistoryMenu(index, this);
    menu->offerSetBack(m_parts.actions().canSetBack(), m_parts.actions().canSetSaveBack());
    connect(menu, &HistoryMenu::setBackRequested, this, &HistoryPanel::setBackSelected);
    connect(menu, &HistoryMenu::setSaveBackRequested, this, &HistoryPanel::setSaveBackSelected);
    if (!m_model->fieldId().isEmpty())
        menu->offerAllFields();
    connect(menu, &HistoryMenu::fieldRequested, this, &HistoryPanel::showField);
    if (const qint64 letter = m_model->letterId(index.row()); letter != 0) {
        menu->offerLetter();
        connect(menu, &HistoryMenu::letterRequested, this, [this, letter] { emit letterRequested(letter); });
    }
    menu->popup(m_parts.view().viewport()->mapToGlobal(position));
}

void HistoryPanel::updateBusy()
{
    const bool isBusy = m_model->isLoading() || m_reverter->isBusy();
    m_parts.actions().setBusy(m_reverter->isBusy());
    if (isBusy == m_isBusy)
        return;
    m_isBusy = isBusy;
    if (isBusy)
        m_busyIndicator.start();
    else
        m_busyIndicator.stop();
    showState();
    emit busyChanged(isBusy);
}

} // namespace addressdesk
