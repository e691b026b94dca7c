#include "ui/history/RedeemCodeDialog.h"

#include "models/domain/RevertToken.h"
#include "models/wording/Sentences.h"
#include "ui/appearance/Appearance.h"
#include "ui/appearance/Icons.h"
#include "ui/appearance/PlainToolTip.h"
#include "ui/history/CodeEdit.h"
#include "ui/history/CodeMatchView.h"
#include "ui/history/HistoryReverter.h"
#include "ui/history/HistorySentences.h"

#include <QAccessible>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace addressdesk {

using appearance::step;
using namespace std::chrono_literals;

RedeemCodeDialog::RedeemCodeDialog(DeskSession &session, QWidget *parent)
    : QDialog(parent), m_session(session), m_reverter(new HistoryReverter(this)), m_code(new CodeEdit(this)),
      m_find(new QPushButton(icons::icon(QStringLiteral("search")), tr("&Find"), this)),
      m_scroller(new QScrollArea(this)), m_state(new QLabel(this)),
      m_goTo(new QPushButton(tr("&Go to the address"), this)),
      m_setBack(new QPushButton(icons::icon(QStringLiteral("set-back")), tr("Set back"), this)),
      m_close(new QPushButton(tr("&Close"), this))
{
    build();
    m_reverter->setSession(&m_session);
    m_busyDelay.setSingleShot(true);
    m_busyDelay.setInterval(300ms);
    connect(&m_busyDelay, &QTimer::timeout, this, [this] {
        say(m_stage == Stage::SettingBack ? tr("Setting back…") : tr("Looking for the code…"), false);
    });
    connect(m_code, &QLineEdit::textChanged, this, &RedeemCodeDialog::forgetMatch);
    connect(m_find, &QPushButton::clicked, this, &RedeemCodeDialog::find);
    connect(m_setBack, &QPushButton::clicked, this, &RedeemCodeDialog::setBack);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_goTo, &QPushButton::clicked, this, [this] {
        emit addressRequested(m_addressId);
        accept();
    });
    connect(m_reverter, &HistoryReverter::reverted, this, &RedeemCodeDialog::tellReverted);
    connect(m_reverter, &HistoryReverter::refused, this, &RedeemCodeDialog::tellRefused);
    connect(m_reverter, &HistoryReverter::failed, this, [this](const Error &error) {
        setStage(Stage::Found);
        tellFailure(error);
    });
    setStage(Stage::Typing);
    forgetMatch();
    m_code->setFocus();
}

RedeemCodeDialog::~RedeemCodeDialog()
{
    m_reverter->disconnect(this);
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
    m_find->setAccessibleName(tr("Find"));
    auto *asked = new QLabel(tr("&Code from the customer's mail or letter:"), this);
    asked->setBuddy(m_code);
    m_scroller->setObjectName(QStringLiteral("redeemScroller"));
    m_scroller->setAccessibleName(tr("What the code stands for"));
    m_scroller->setWidgetResizable(true);
    m_scroller->setFrameShape(QFrame::NoFrame);
    m_scroller->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroller->setFocusPolicy(Qt::NoFocus);
    m_state->setObjectName(QStringLiteral("redeemState"));
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_goTo->setObjectName(QStringLiteral("redeemGoTo"));
    m_goTo->setAccessibleName(tr("Go to the address"));
    m_setBack->setObjectName(QStringLiteral("redeemSetBack"));
    m_close->setObjectName(QStringLiteral("redeemClose"));
    m_close->setAccessibleName(tr("Close"));

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
        say(tr("A code has eight letters and digits, as in K7QM-2RTX; the letter U is never among them."),
            true);
        return;
    }
    setStage(Stage::Finding);
    const quint64 generation = ++m_generation;
    m_found = typed;
    m_request = m_session.office().findCode(typed, this, [this, generation](const Result<CodeMatch> &match) {
        if (generation != m_generation)
            return;
        m_request = 0;
        setStage(Stage::Typing);
        if (!match)
            tellFailure(match.error());
        else if (!match->entries.isEmpty())
            showMatch(*match);
    });
}

void RedeemCodeDialog::showMatch(const CodeMatch &match)
{
    m_addressId = match.row.address.id;
    m_match = new CodeMatchView(m_session.mapping(), match);
    connect(m_match, &CodeMatchView::chosenChanged, this, &RedeemCodeDialog::showChosen);
    m_scroller->setWidget(m_match);
    m_scroller->show();
    setStage(Stage::Found);
    const Reversibility state = m_match->own().verdict.state;
    say(whyNot(), state != Reversibility::AlreadyReverted && state != Reversibility::AlreadyBack);
    fitToContents();
    if (m_setBack->isEnabled())
        m_setBack->setFocus();
    else
        m_goTo->setFocus();
}

QString RedeemCodeDialog::whyNot() const
{
    const HistoryEntry &own = m_match->own();
    if (own.verdict.isRevertible())
        return {};
    const QString why = wording::verdictSentence(own.event, own.verdict);
    return own.verdict.isOverridable()
               ? why + u' ' +
                     tr("A code does not overwrite a later value. At the address you can set the change back "
                        "all the same, if that is what the customer wants.")
               : why;
}

void RedeemCodeDialog::setBack()
{
    if (m_stage != Stage::Found)
        return;
    const QList<HistoryEntry> chosen = m_match->chosen();
    if (chosen.isEmpty())
        return;
    setStage(Stage::SettingBack);
    if (chosen.size() == 1 && m_match->isOwn(chosen.constFirst())) {
        RevertRequest request;
        request.target = RevertRequest::Target::Code;
        request.text = m_found;
        m_reverter->revert(request);
        return;
    }
    QStringList fields;
    for (const HistoryEntry &entry : chosen)
        fields.append(entry.event.field());
    m_reverter->revert(HistoryReverter::ofSave(chosen.constFirst().event.changeId, fields));
}

void RedeemCodeDialog::tellReverted(const RevertOutcome &outcome)
{
    setStage(Stage::Ended);
    m_match->freeze();
    say(historySentences::reverted(m_session.mapping(), outcome), false);
    fitToContents();
    m_close->setFocus();
    emit addressRequested(outcome.addressId);
}

void RedeemCodeDialog::tellRefused(const RevertOutcome &outcome)
{
    setStage(Stage::Found);
    m_setBack->setEnabled(false);
    say(historySentences::refused(m_session.mapping(), outcome), true);
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
    say(sentence, true, error.detail);
    fitToContents();
    if (m_stage == Stage::Typing) {
        m_code->setFocus();
        m_code->selectAll();
    }
}

void RedeemCodeDialog::forgetMatch()
{
    if (m_stage == Stage::SettingBack)
        return;
    ++m_generation;
    if (m_request != 0)
        m_session.cancel(m_request);
    m_request = 0;
    m_match = nullptr;
    delete m_scroller->takeWidget();
    m_scroller->hide();
    setStage(Stage::Typing);
    say({}, false);
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
    m_goTo->setVisible(m_match && stage != Stage::Ended);
    m_setBack->setVisible(m_match && stage != Stage::Ended);
    for (QPushButton *button : {m_find, m_goTo, m_setBack, m_close})
        button->setDefault(false);
    if (stage == Stage::Found)
        showChosen();
    else
        m_setBack->setEnabled(false);
    QPushButton *next = stage == Stage::Typing || stage == Stage::Finding ? m_find : m_close;
    if (stage == Stage::Found || stage == Stage::SettingBack)
        next = m_setBack->isEnabled() || stage == Stage::SettingBack ? m_setBack : m_goTo;
    next->setDefault(true);
}

void RedeemCodeDialog::showChosen()
{
    const QList<HistoryEntry> chosen = m_match->chosen();
    m_setBack->setEnabled(!chosen.isEmpty());
    const QString text = chosen.size() > 1
                             ? tr("Set back %n field(s)", nullptr, static_cast<int>(chosen.size()))
                             : historySentences::buttonText({chosen.value(0, m_match->own()).event, {}});
    m_setBack->setText(text);
    m_setBack->setAccessibleName(QString(text).replace(QStringLiteral("&&"), QStringLiteral("&")));
    m_setBack->setToolTip(chosen.size() == 1
                              ? appearance::plainToolTip(wording::revertAction(chosen.constFirst().event))
                              : QString());
}

void RedeemCodeDialog::say(const QString &sentence, bool isProblem, const QString &details)
{
    m_state->setText(sentence);
    m_state->setVisible(!sentence.isEmpty());
    m_state->setToolTip(appearance::plainToolTip(details));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText,
                     isProblem ? appearance::problemAccent(palette()) : appearance::putBackAccent(palette()));
    m_state->setPalette(colours);
    if (sentence.isEmpty())
        return;
    QAccessibleEvent announcement(m_state, QAccessible::Alert);
    QAccessible::updateAccessibility(&announcement);
}

void RedeemCodeDialog::fitToContents()
{
    constexpr int usualWidth = 120 * step;
    const int wide = std::max({width(), usualWidth, layout()->totalMinimumSize().width()});
    int high = 0;
    if (m_match) {
        const int room = wide - 8 * step;
        const int wanted =
            m_match->hasHeightForWidth() ? m_match->heightForWidth(room) : m_match->sizeHint().height();
        const int most = screen() ? screen()->availableGeometry().height() * 3 / 5 : wanted;
        high = std::min(wanted, most);
    }
    m_scroller->setMinimumHeight(high);
    layout()->activate();
    resize(wide, layout()->totalHeightForWidth(wide));
}

} // namespace addressdesk
