#include "ui/history/RedeemCodeDialog.h"

#include "models/domain/RevertToken.h"
#include "models/wording/CustomerSentences.h"
#include "models/wording/Sentences.h"
#include "ui/appearance/Appearance.h"
#include "ui/appearance/Icons.h"
#include "ui/appearance/PlainToolTip.h"
#include "ui/history/CodeEdit.h"
#include "ui/history/CodeMatchView.h"
#include "ui/history/HistoryReverter.h"
#include "ui/history/HistorySentences.h"
#include "ui/widgets/FoldedMessage.h"
#include "ui/widgets/Mnemonics.h"
#include "ui/widgets/ScreenFit.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace addressdesk {

using appearance::step;
using Tone = FoldedMessage::Tone;

RedeemCodeDialog::RedeemCodeDialog(DeskSession &session, QWidget *parent)
    : QDialog(parent), m_session(session), m_reverter(new HistoryReverter(this)), m_code(new CodeEdit(this)),
      m_find(new QPushButton(icons::icon(QStringLiteral("search")), tr("&Find"), this)),
      m_scroller(new QScrollArea(this)), m_state(new FoldedMessage(this)),
      m_goTo(new QPushButton(tr("&Go to the address"), this)),
      m_setBack(new QPushButton(icons::icon(QStringLiteral("set-back")), tr("Set back"), this)),
      m_close(new QPushButton(tr("&Close"), this))
{
    build();
    m_reverter->setSession(&m_session);
    m_busyDelay.setSingleShot(true);
    m_busyDelay.setInterval(300);
    connect(&m_busyDelay, &QTimer::timeout, this, [this] {
        m_state->say(Tone::Good,
                     m_stage == Stage::SettingBack ? tr("Setting back…") : tr("Looking for the code…"));
    });
    connect(m_code, &QLineEdit::textChanged, this, &RedeemCodeDialog::forgetMatch);
    connect(m_find, &QPushButton::clicked, this, &RedeemCodeDialog::find);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_goTo, &QPushButton::clicked, this, [this] {
        emit addressRequested(m_addressId);
        accept();
    });
    forgetMatch();
    m_code->setFocus();
    new ScreenFit(*this);
}

RedeemCodeDialog::~RedeemCodeDialog()
{
    m_code->disconnect(this);
}

void RedeemCodeDialog::build()
{
    setObjectName(QStringLiteral("redeemCodeDialog"));
    setWindowTitle(tr("Redeem a code"));
    setModal(true);
    m_code->setObjectName(QStringLiteral("redeemCode"));
    m_code->setAccessibleName(tr("Code that the customer reads out"));
    m_find->setObjectName(QStringLiteral("redeemFind"));
    auto *asked = new QLabel(tr("&Code from the customer's mail or letter:"), this);
    asked->setBuddy(m_code);
    m_scroller->setObjectName(QStringLiteral("redeemScroller"));
    m_scroller->setAccessibleName(tr("What the code stands for"));
    m_scroller->setWidgetResizable(true);
    m_scroller->setFrameShape(QFrame::NoFrame);
    m_scroller->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroller->setFocusPolicy(Qt::NoFocus);
    m_state->setObjectName(QStringLiteral("redeemState"));
    m_goTo->setObjectName(QStringLiteral("redeemGoTo"));
    m_setBack->setObjectName(QStringLiteral("redeemSetBack"));
    m_close->setObjectName(QStringLiteral("redeemClose"));
    m_close->setText(mnemonics::fitted(
        m_close->text(), mnemonics::lettersOf({asked->text(), m_find->text(), m_goTo->text()})));
    for (QPushButton *button : {m_find, m_goTo, m_close})
        button->setAccessibleName(mnemonics::stripped(button->text()));

    auto *typing = new QHBoxLayout;
    typing->setSpacing(2 * step);
    typing->addWidget(m_code);
    typing->addWidget(m_find);
    typing->addStretch(1);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_goTo, QDialogButtonBox::ActionRole);
    buttons->addButton(m_setBack, QDialogButtonBox::ActionRole);
    buttons->addButton(m_close, QDialogButtonBox::RejectRole);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4 * step, 4 * step, 4 * step, 4 * step);
    layout->setSpacing(2 * step);
    layout->addWidget(asked);
    layout->addLayout(typing);
    layout->addWidget(m_scroller, 1);
    layout->addWidget(m_state);
    layout->addWidget(buttons);
}

void RedeemCodeDialog::find()
{
    const QString typed = m_code->text();
    if (m_stage != Stage::Typing || typed.isEmpty())
        return;
    // Not worth one of the few wrong codes that the database forgives.
    if (!RevertToken::normalizedCode(typed)) {
        m_state->say(
            Tone::Problem,
            tr("A code has eight letters and digits, as in K7QM-2RTX; the letter U is never among them."));
        return;
    }
    setStage(Stage::Finding);
    m_latest.forget();
    m_found = typed;
    m_request = m_session.office().findCode(
        typed, this,
        m_latest.answer<CodeMatch>([this](const Result<CodeMatch> &match) { takeMatch(match); }));
}

void RedeemCodeDialog::takeMatch(const Result<CodeMatch> &match)
{
    m_request = 0;
    setStage(Stage::Typing);
    if (!match)
        tellFailure(match.error());
    else if (!match->entries.isEmpty())
        showMatch(*match);
}

void RedeemCodeDialog::showMatch(const CodeMatch &match)
{
    m_addressId = match.row.address.id;
    auto *view = new CodeMatchView(m_session.mapping(), match);
    // All that needs the match goes with it.
    connect(view, &CodeMatchView::chosenChanged, view, [this, view] { showFound(*view); });
    connect(m_setBack, &QPushButton::clicked, view, [this, view] { setBack(*view); });
    connect(m_reverter, &HistoryReverter::reverted, view,
            [this, view](const RevertOutcome &outcome) { tellReverted(*view, outcome); });
    connect(m_reverter, &HistoryReverter::refused, view, [this, view](const RevertOutcome &outcome) {
        showFound(*view);
        tellRefused(outcome);
    });
    connect(m_reverter, &HistoryReverter::failed, view, [this, view](const Error &error) {
        showFound(*view);
        tellFailure(error);
    });
    m_scroller->setWidget(view);
    m_scroller->show();
    showFound(*view);
    const Verdict &verdict = view->own().verdict;
    const bool isBack =
        verdict.state == Reversibility::AlreadyReverted || verdict.state == Reversibility::AlreadyBack;
    m_state->say(isBack ? Tone::Good : Tone::Problem, view->whyNot());
    fitToContents();
    if (m_setBack->isEnabled())
        m_setBack->setFocus();
    else if (verdict.isOverridable())
        m_goTo->setFocus(); // There it can be set back all the same.
    else
        expectAnotherCode();
}

void RedeemCodeDialog::expectAnotherCode()
{
    m_code->setFocus();
    m_code->selectAll();
}

/// Enter in the field asks for a code; what it has been answered with is for the buttons.
void RedeemCodeDialog::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && m_code->hasFocus() && m_stage != Stage::Typing)
        m_code->selectAll();
    else
        QDialog::keyPressEvent(event);
}

void RedeemCodeDialog::setBack(const CodeMatchView &match)
{
    const QList<HistoryEntry> chosen = match.chosen();
    if (m_stage != Stage::Found || chosen.isEmpty())
        return;
    setStage(Stage::SettingBack);
    RevertRequest request;
    if (chosen.size() == 1 && match.isOwn(chosen.constFirst())) {
        request.target = RevertRequest::Target::Code;
        request.text = m_found;
    } else {
        QStringList fields;
        for (const HistoryEntry &entry : chosen)
            fields.append(entry.event.field());
        request = HistoryReverter::ofSave(chosen.constFirst().event.changeId, fields);
    }
    request.reason = wording::reasonOfCode();
    m_reverter->revert(request);
}

void RedeemCodeDialog::tellReverted(CodeMatchView &match, const RevertOutcome &outcome)
{
    setStage(Stage::Ended);
    match.freeze();
    m_state->say(Tone::Good, historySentences::reverted(m_session.mapping(), outcome));
    fitToContents();
    m_close->setFocus();
    m_session.fetchAddress(outcome.addressId, &match, [this, &match](const Result<AddressRow> &row) {
        if (row)
            match.showAddress(*row);
        else if (row.error().code == ErrorCode::NotFound) // A creation was put back.
            match.showAddress({});
        fitToContents();
    });
    emit addressRequested(outcome.addressId);
}

void RedeemCodeDialog::tellRefused(const RevertOutcome &outcome)
{
    m_setBack->setEnabled(false);
    makeDefault(m_goTo);
    m_state->say(Tone::Problem, historySentences::refused(m_session.mapping(), outcome));
    fitToContents();
    m_goTo->setFocus();
}

void RedeemCodeDialog::tellFailure(const Error &error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    QString sentence;
    if (error.code == ErrorCode::NotFound && m_stage == Stage::Typing)
        sentence = tr("No change has this code. Have it read out once more; it may also be of another "
                      "database.");
    else if (error.code == ErrorCode::InvalidArgument)
        sentence = tr("This code fits several changes, which is very rare. Find the address instead and set "
                      "the change back there.");
    else
        sentence = wording::sentence(error, &m_session.description().url);
    // How many they were helps nobody, but what is folded away promises more.
    const bool saysItAll = error.code == ErrorCode::TooManyAttempts;
    m_state->say(Tone::Problem, sentence, saysItAll ? QString() : wording::technicalDetails(error));
    fitToContents();
    if (m_stage == Stage::Typing)
        expectAnotherCode();
}

void RedeemCodeDialog::forgetMatch()
{
    if (m_stage == Stage::SettingBack)
        return;
    m_latest.forget();
    if (m_request != 0)
        m_session.cancel(m_request);
    m_request = 0;
    delete m_scroller->takeWidget();
    m_scroller->hide();
    setStage(Stage::Typing);
    m_state->clear();
    fitToContents();
}

void RedeemCodeDialog::setStage(Stage stage)
{
    m_stage = stage;
    const bool isBusy = stage == Stage::Finding || stage == Stage::SettingBack;
    if (isBusy)
        m_busyDelay.start();
    else
        m_busyDelay.stop();
    m_code->setReadOnly(stage == Stage::SettingBack);
    m_find->setVisible(stage == Stage::Typing || stage == Stage::Finding);
    m_find->setEnabled(stage == Stage::Typing && !m_code->text().isEmpty());
    const bool isFound = stage == Stage::Found || stage == Stage::SettingBack;
    m_goTo->setVisible(isFound);
    m_setBack->setVisible(isFound);
    m_setBack->setEnabled(false);
    makeDefault(isFound ? m_setBack : stage == Stage::Ended ? m_close : m_find);
}

void RedeemCodeDialog::makeDefault(QPushButton *button)
{
    for (QPushButton *other : {m_find, m_goTo, m_setBack, m_close})
        other->setDefault(other == button);
}

void RedeemCodeDialog::showFound(const CodeMatchView &match)
{
    setStage(Stage::Found);
    const QList<HistoryEntry> chosen = match.chosen();
    m_setBack->setEnabled(!chosen.isEmpty());
    makeDefault(chosen.isEmpty() ? m_goTo : m_setBack);
    const QString text = chosen.size() > 1
                             ? tr("Set back %n field(s)", nullptr, static_cast<int>(chosen.size()))
                             : historySentences::buttonText({chosen.value(0, match.own()).event, {}});
    m_setBack->setText(text);
    m_setBack->setAccessibleName(mnemonics::stripped(text));
    m_setBack->setToolTip(chosen.size() == 1
                              ? appearance::plainToolTip(wording::revertAction(chosen.constFirst().event))
                              : QString());
}

void RedeemCodeDialog::fitToContents()
{
    constexpr int usualWidth = 120 * step;
    constexpr int fewLines = 4;
    const QSize screenRoom = ScreenFit::room(*this);
    const int wide = std::max({width(), usualWidth, layout()->totalMinimumSize().width()});
    const auto *match = qobject_cast<const CodeMatchView *>(m_scroller->widget());
    const int high = match ? match->heightForWidth(wide - 8 * step) : 0;
    // The least is right for all but the scroller, whose own wish knows no width.
    const auto wanted = [this, wide] {
        return layout()->hasHeightForWidth() ? layout()->totalMinimumHeightForWidth(wide)
                                             : layout()->totalMinimumSize().height();
    };
    m_scroller->setMinimumHeight(high);
    // On a small screen the match scrolls in what the rest leaves.
    const int excess = wanted() - screenRoom.height();
    if (excess > 0 && high > 0)
        m_scroller->setMinimumHeight(std::max(high - excess, fewLines * fontMetrics().lineSpacing()));
    layout()->activate();
    // A scroll bar would stay that was there before the room was: beside it the lines are shorter and more.
    m_scroller->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    resize(wide, wanted());
    m_scroller->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    ScreenFit::keepOnScreen(*this);
    if (match) {
        match->layout()->activate();
        m_scroller->ensureWidgetVisible(match->ownPlace());
    }
}

} // namespace addressdesk
