#include "ui/addresses/SaveBar.h"

#include "ui/appearance/Appearance.h"
#include "ui/appearance/Icons.h"
#include "ui/appearance/PlainToolTip.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Mnemonics.h"

#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QStringListModel>
#include <QStyle>

#include <algorithm>
#include <utility>

namespace addressdesk {

using appearance::step;

namespace {

constexpr int narrowReason = 24 * step;
constexpr int wideReason = 120 * step;
constexpr int narrowWarning = 30 * step;

} // namespace

SaveBar::SaveBar(QWidget *parent)
    : QWidget(parent), m_counts(new QLabel(this)), m_show(new QPushButton(this)),
      m_warningMark(new QLabel(this)), m_warning(new ElidedLabel(this)), m_reasonLabel(new QLabel(this)),
      m_reason(new QLineEdit(this)), m_recent(new QStringListModel(this)),
      m_discard(new QPushButton(tr("Discard"), this)), m_save(new QPushButton(tr("Save"), this))
{
    setObjectName(QStringLiteral("saveBar"));
    setAccessibleName(tr("Unsaved edits"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    buildWidgets();
    connect(m_show, &QPushButton::clicked, this, &SaveBar::showRequested);
    connect(m_save, &QPushButton::clicked, this, &SaveBar::saveRequested);
    connect(m_discard, &QPushButton::clicked, this, &SaveBar::discardRequested);
    connect(m_reason, &QLineEdit::textChanged, this, &SaveBar::reasonChanged);
    connect(m_reason, &QLineEdit::returnPressed, this, &SaveBar::saveRequested);
    m_reason->installEventFilter(this);
}

void SaveBar::buildWidgets()
{
    m_counts->setObjectName(QStringLiteral("unsavedCounts"));
    m_counts->setFont(appearance::bold(font()));
    m_show->setObjectName(QStringLiteral("showEdit"));
    //: Button beside "2 fields changed in 1 address"
    m_show->setText(tr("Show"));
    m_show->setAccessibleName(tr("Show the next unsaved edit"));
    m_warningMark->setObjectName(QStringLiteral("saveWarningMark"));
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_warningMark->setPixmap(icons::icon(QStringLiteral("warning")).pixmap(side, side));
    m_warning->setObjectName(QStringLiteral("saveWarning"));
    m_warning->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_warningMark->hide();
    m_warning->hide();
    buildReason();
    buildButtons();
    arrange();
}

void SaveBar::buildReason()
{
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("Why? For example: moved, phoned (optional)"));
    m_reason->setMinimumWidth(narrowReason);
    m_reason->setMaximumWidth(wideReason);
    auto *completer = new QCompleter(m_recent, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_reason->setCompleter(completer);
    //: Label of the text field in the bar of unsaved edits
    m_reasonLabel->setText(tr("&Reason"));
    m_reasonLabel->setBuddy(m_reason);
}

void SaveBar::buildButtons()
{
    m_discard->setObjectName(QStringLiteral("discard"));
    m_discard->setAccessibleName(tr("Discard"));
    m_discard->setIcon(icons::icon(QStringLiteral("discard")));
    m_save->setObjectName(QStringLiteral("save"));
    m_save->setAccessibleName(tr("Save"));
    m_save->setIcon(icons::icon(QStringLiteral("save")));
    m_show->setToolTip(tr("Show the next unsaved edit (%1)")
                           .arg(QKeySequence(Qt::Key_F8).toString(QKeySequence::NativeText)));
    m_save->setToolTip(
        tr("Save all edits (%1)").arg(QKeySequence(QKeySequence::Save).toString(QKeySequence::NativeText)));
    m_save->setDefault(true);
}

void SaveBar::arrange()
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(4 * step, step, 2 * step, step);
    layout->setSpacing(2 * step);
    layout->addWidget(m_counts);
    layout->addWidget(m_show);
    layout->addWidget(m_warningMark);
    layout->addWidget(m_warning);
    layout->addSpacing(2 * step);
    layout->addWidget(m_reasonLabel);
    layout->addWidget(m_reason, 1);
    layout->addStretch(1);
    layout->addWidget(m_discard);
    layout->addWidget(m_save);
}

void SaveBar::setDiscardKey(const QKeySequence &key)
{
    m_discard->setToolTip(tr("Take all unsaved edits back (%1)").arg(key.toString(QKeySequence::NativeText)));
}

void SaveBar::setCounts(int fields, int addresses)
{
    m_fields = fields;
    m_addresses = addresses;
    showState();
}

void SaveBar::setWarning(const QString &sentence)
{
    m_warning->setText(sentence);
    m_warningMark->setToolTip(appearance::plainToolTip(sentence));
    m_warningMark->setAccessibleName(sentence);
    showState();
}

void SaveBar::setSaving(bool isSaving)
{
    m_isSaving = isSaving;
    showState();
}

QString SaveBar::countsText(bool isBrief) const
{
    if (m_isSaving)
        return tr("Saving…");
    //: The beginning of "2 fields changed in 1 address"
    const QString fields = tr("%n field(s) changed", nullptr, m_fields);
    if (isBrief)
        return fields;
    //: The end of "2 fields changed in 1 address"
    const QString addresses = tr("in %n address(es)", nullptr, m_addresses);
    //: "2 fields changed" and "in 1 address"
    return tr("%1 %2").arg(fields, addresses);
}

void SaveBar::showState()
{
    const QString whole = countsText(false);
    m_counts->setText(countsText(m_isBrief));
    const QString warning = m_warning->text();
    m_warningMark->setVisible(!warning.isEmpty());
    m_warning->setVisible(!warning.isEmpty());
    m_counts->setAccessibleName(warning.isEmpty() ? whole : whole + QStringLiteral(". ") + warning);
    m_counts->setToolTip(m_isBrief ? whole : QString());
    m_show->setEnabled(!m_isSaving && m_fields > 0);
    m_save->setEnabled(!m_isSaving && m_fields > 0);
    m_discard->setEnabled(!m_isSaving && m_fields > 0);
    m_reason->setReadOnly(m_isSaving);
}

bool SaveBar::event(QEvent *event)
{
    const bool isHandled = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
        giveWay();
    return isHandled;
}

/// In a narrow window what can be done without goes before a button is cut.
void SaveBar::giveWay()
{
    const bool isBrief = neededWidth(false) > width();
    if (std::exchange(m_isBrief, isBrief) == isBrief)
        return;
    m_reasonLabel->setVisible(!isBrief);
    showState();
}

int SaveBar::neededWidth(bool isBrief) const
{
    const QMargins margins = layout()->contentsMargins();
    int width = margins.left() + margins.right() + 2 * step +
                m_counts->fontMetrics().horizontalAdvance(countsText(isBrief)) + narrowReason;
    if (!m_warning->text().isEmpty()) {
        width += 2 * layout()->spacing() + m_warningMark->sizeHint().width();
        width += isBrief ? 0 : std::min(m_warning->sizeHint().width(), narrowWarning); // Cut before all else.
    }
    for (const QWidget *part : {static_cast<QWidget *>(m_show), static_cast<QWidget *>(m_discard),
                                static_cast<QWidget *>(m_save), static_cast<QWidget *>(m_reasonLabel)}) {
        if (part != m_reasonLabel || !isBrief)
            width += layout()->spacing() + part->sizeHint().width();
    }
    constexpr int gaps = 3; // Before the reason, the stretch and the room after it.
    return width + gaps * layout()->spacing();
}

QSize SaveBar::minimumSizeHint() const
{
    return {neededWidth(true), QWidget::minimumSizeHint().height()};
}

QString SaveBar::reason() const
{
    return m_reason->text();
}

void SaveBar::setReason(const QString &reason)
{
    m_reason->setText(reason);
}

void SaveBar::setRecentReasons(const QStringList &reasons)
{
    m_recent->setStringList(reasons);
}

void SaveBar::focusReason()
{
    m_reason->setFocus(Qt::ShortcutFocusReason);
    m_reason->selectAll();
}

QList<QWidget *> SaveBar::tabStops() const
{
    return {m_show, m_reason, m_discard, m_save};
}

QString SaveBar::usedMnemonics() const
{
    return mnemonics::lettersOf({m_reasonLabel->text()});
}

QKeySequence SaveBar::reasonKey() const
{
    return QKeySequence::mnemonic(m_reasonLabel->text());
}

bool SaveBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_reason && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        emit escaped();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void SaveBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor accent = appearance::changedAccent(palette());
    painter.fillRect(rect(), appearance::tint(accent, palette()));
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, step, height())), accent);
}

} // namespace addressdesk
