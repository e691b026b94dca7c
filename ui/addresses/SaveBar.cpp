#include "ui/addresses/SaveBar.h"

#include "ui/addresses/Mnemonics.h"
#include "ui/appearance/Appearance.h"
#include "ui/appearance/Icons.h"

#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QStringListModel>
#include <QStyle>

namespace addressdesk {

using appearance::step;

SaveBar::SaveBar(QWidget *parent)
    : QWidget(parent), m_counts(new QLabel(this)), m_reasonLabel(new QLabel(this)),
      m_reason(new QLineEdit(this)), m_recent(new QStringListModel(this)),
      m_discard(new QPushButton(tr("Discard"), this)), m_save(new QPushButton(tr("Save"), this))
{
    setObjectName(QStringLiteral("saveBar"));
    setAccessibleName(tr("Unsaved edits"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    buildWidgets();
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
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("Why? For example: moved, phoned (optional)"));
    m_reason->setMinimumWidth(40 * step);
    m_reason->setMaximumWidth(120 * step);
    auto *completer = new QCompleter(m_recent, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_reason->setCompleter(completer);
    //: Label of the text field in the bar of unsaved edits
    m_reasonLabel->setText(tr("&Reason"));
    m_reasonLabel->setBuddy(m_reason);

    m_discard->setObjectName(QStringLiteral("discard"));
    m_discard->setAccessibleName(tr("Discard"));
    m_discard->setIcon(icons::icon(QStringLiteral("discard")));
    m_discard->setToolTip(tr("Take all unsaved edits back"));
    m_save->setObjectName(QStringLiteral("save"));
    m_save->setAccessibleName(tr("Save"));
    m_save->setIcon(icons::icon(QStringLiteral("save")));
    m_save->setToolTip(
        tr("Save all edits (%1)").arg(QKeySequence(QKeySequence::Save).toString(QKeySequence::NativeText)));
    m_save->setDefault(true);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(4 * step, step, 2 * step, step);
    layout->setSpacing(2 * step);
    layout->addWidget(m_counts);
    layout->addSpacing(4 * step);
    layout->addWidget(m_reasonLabel);
    layout->addWidget(m_reason, 1);
    layout->addStretch(1);
    layout->addWidget(m_discard);
    layout->addWidget(m_save);
}

void SaveBar::setCounts(int fields, int addresses)
{
    m_fields = fields;
    m_addresses = addresses;
    showState();
}

void SaveBar::setSaving(bool isSaving)
{
    m_isSaving = isSaving;
    showState();
}

void SaveBar::showState()
{
    //: The end of "2 fields changed in 1 address"
    const QString addresses = tr("in %n address(es)", nullptr, m_addresses);
    //: The beginning of "2 fields changed in 1 address"
    const QString fields = tr("%n field(s) changed", nullptr, m_fields);
    //: "2 fields changed" and "in 1 address"
    m_counts->setText(m_isSaving ? tr("Saving…") : tr("%1 %2").arg(fields, addresses));
    m_counts->setAccessibleName(m_counts->text());
    m_save->setEnabled(!m_isSaving && m_fields > 0);
    m_discard->setEnabled(!m_isSaving && m_fields > 0);
    m_reason->setReadOnly(m_isSaving);
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
