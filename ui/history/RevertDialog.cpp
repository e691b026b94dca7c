#include "ui/history/RevertDialog.h"

#include "models/items/HistoryText.h"
#include "models/wording/Sentences.h"
#include "ui/appearance/Appearance.h"
#include "ui/appearance/PlainToolTip.h"
#include "ui/history/HistorySentences.h"
#include "ui/widgets/Mnemonics.h"
#include "ui/widgets/ScreenFit.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace addressdesk {

namespace {

enum Column { FieldColumn, ThenColumn, NowColumn, BecomesColumn };

/// A value may be as long as 255 letters; more than this is in the tooltip.
constexpr qsizetype shownLength = 90;

QLabel *plainLabel(const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    return label;
}

} // namespace

RevertDialog::RevertDialog(const SchemaMapping &mapping, const QList<HistoryEntry> &entries,
                           const FieldValues &current, QWidget *parent)
    : QDialog(parent), m_mapping(mapping), m_entries(entries), m_buttons(new QDialogButtonBox(this))
{
    setObjectName(QStringLiteral("revertDialog"));
    setWindowTitle(tr("Set back"));
    setModal(true);

    auto *question = plainLabel(this->question());
    question->setObjectName(QStringLiteral("revertQuestion"));

    QWidget *values = scrolledValues(current);
    auto *confirm = m_buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    confirm->setObjectName(QStringLiteral("revertConfirm"));
    confirm->setDefault(true);
    m_buttons->addButton(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("revertCancel"));
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(3 * appearance::step);
    layout->addWidget(question);
    layout->addWidget(values, 1);
    layout->addWidget(m_buttons);
    updateButtons();
    confirm->setFocus();
    // Of several, each may have a value of two lines and two that say why it has no tick.
    const int each = m_entries.size() > 1 ? 4 : 3;
    const int lines = 3 + each * static_cast<int>(std::min<qsizetype>(m_entries.size(), 5));
    resize(36 * fontMetrics().averageCharWidth() * 2,
           question->sizeHint().height() + (lines + 3) * fontMetrics().lineSpacing());
    new ScreenFit(*this);
}

QString RevertDialog::question() const
{
    return m_entries.size() == 1
               ? wording::verdictSentence(m_entries.constFirst().event, m_entries.constFirst().verdict) +
                     u' ' +
                     tr("Setting it back overwrites the value that is there now. It stays in the history and "
                        "can itself be set back.")
               : tr("Some of these fields have changed again since. Tick what to set back; the values that "
                    "are there now stay in the history.");
}

QWidget *RevertDialog::scrolledValues(const FieldValues &current)
{
    auto *values = new QWidget;
    auto *grid = new QGridLayout(values);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(4 * appearance::step);
    grid->setVerticalSpacing(2 * appearance::step);
    for (const int column : {ThenColumn, NowColumn, BecomesColumn})
        grid->setColumnStretch(column, 1);
    addHeader(grid);
    for (const HistoryEntry &entry : m_entries)
        addEntry(grid, entry, current);
    grid->setRowStretch(grid->rowCount(), 1);

    auto *scroller = new QScrollArea(this);
    scroller->setWidgetResizable(true);
    scroller->setFrameShape(QFrame::NoFrame);
    scroller->setAccessibleName(tr("Values then, now and afterwards"));
    scroller->setWidget(values);
    return scroller;
}

QList<HistoryEntry> RevertDialog::chosen() const
{
    if (m_ticks.isEmpty())
        return m_entries;
    QList<HistoryEntry> entries;
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        if (m_ticks.at(i)->isChecked())
            entries.append(m_entries.at(i));
    }
    return entries;
}

void RevertDialog::addHeader(QGridLayout *grid)
{
    //: heading of the values that a change had set at its time
    const QString then = tr("Then");
    //: heading of the present values
    const QString now = tr("Now");
    //: heading of the values after setting back
    const QString becomes = tr("Would become");
    int column = ThenColumn;
    for (const QString &text : {then, now, becomes}) {
        auto *label = plainLabel(text);
        appearance::makeQuiet(label);
        grid->addWidget(label, 0, column++);
    }
}

void RevertDialog::addEntry(QGridLayout *grid, const HistoryEntry &entry, const FieldValues &current)
{
    const int row = grid->rowCount();
    const Event &event = entry.event;
    const bool isField = !event.field().isEmpty();
    const QString title = isField ? wording::fieldTitle(m_mapping, event.field()) : tr("Address");
    if (m_entries.size() > 1) {
        auto *tick = new QCheckBox(mnemonics::literal(title));
        tick->setObjectName(QStringLiteral("revertTick_") + event.field());
        tick->setChecked(entry.verdict.isRevertible());
        tick->setAccessibleDescription(wording::verdictSentence(event, entry.verdict));
        connect(tick, &QCheckBox::toggled, this, &RevertDialog::updateButtons);
        grid->addWidget(tick, row, FieldColumn, Qt::AlignTop);
        m_ticks.append(tick);
    } else {
        auto *label = plainLabel(title);
        label->setWordWrap(false);
        label->setFont(appearance::bold(font()));
        grid->addWidget(label, row, FieldColumn, Qt::AlignTop);
    }
    if (isField) {
        addValue(grid, row, ThenColumn, tr("%1 then").arg(title), event.to(), false);
        addValue(grid, row, NowColumn, tr("%1 now").arg(title), entry.verdict.now, false);
        addValue(grid, row, BecomesColumn, tr("%1 would become").arg(title), entry.verdict.wouldBecome, true);
    } else {
        addValue(grid, row, ThenColumn, tr("%1 then").arg(title),
                 historyText::summary(m_mapping, event.snapshot()), false);
        addValue(grid, row, NowColumn, tr("%1 now").arg(title), historyText::summary(m_mapping, current),
                 false);
        auto *label = plainLabel(tr("deleted"));
        label->setFont(appearance::bold(font()));
        grid->addWidget(label, row, BecomesColumn);
    }
    if (m_entries.size() > 1 && !entry.verdict.isRevertible()) {
        auto *why = plainLabel(wording::verdictSentence(event, entry.verdict));
        appearance::makeQuiet(why);
        grid->addWidget(why, row + 1, ThenColumn, 1, 3);
    }
}

void RevertDialog::addValue(QGridLayout *grid, int row, int column, const QString &meaning,
                            const FieldValue &value, bool isStrong)
{
    const QString text = shownText(value);
    auto *label =
        plainLabel(text.isEmpty() ? wording::quotedValue(value) : wording::shortened(text, shownLength));
    //: For screen readers: %1 for example "City then", %2 a value in quotation marks
    label->setAccessibleName(tr("%1: %2").arg(meaning, wording::quotedValue(value)));
    label->setToolTip(appearance::plainToolTip(text));
    QFont font = label->font();
    font.setItalic(text.isEmpty());
    font.setBold(isStrong);
    label->setFont(font);
    if (!m_ticks.isEmpty()) { // The values stand on the line of their tick.
        const int spare = m_ticks.constLast()->sizeHint().height() - label->fontMetrics().height();
        label->setContentsMargins(0, std::max(0, (spare + 1) / 2), 0, 0);
    }
    grid->addWidget(label, row, column);
}

void RevertDialog::updateButtons()
{
    const QList<HistoryEntry> picked = chosen();
    auto *confirm = m_buttons->findChild<QPushButton *>(QStringLiteral("revertConfirm"));
    confirm->setEnabled(!picked.isEmpty());
    if (m_entries.size() == 1) {
        HistoryEntry entry = m_entries.constFirst();
        entry.verdict.state = Reversibility::Revertible;
        confirm->setText(historySentences::buttonText(entry));
    } else {
        confirm->setText(tr("Set back %n field(s)", nullptr, static_cast<int>(picked.size())));
    }
}

} // namespace addressdesk
