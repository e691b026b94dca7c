#include "ui/history/CodeMatchView.h"

#include "models/items/HistoryText.h"
#include "models/wording/Sentences.h"
#include "models/wording/TimeWording.h"
#include "ui/addresses/EnvelopeView.h"
#include "ui/appearance/Appearance.h"
#include "ui/appearance/PlainToolTip.h"
#include "ui/widgets/Mnemonics.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace addressdesk {

namespace {

using appearance::step;

/// A value may be as long as 255 letters; more than this is in the tooltip.
constexpr qsizetype shownLength = 60;

QLabel *plainLabel(const QString &text, const QString &name = {})
{
    auto *label = new QLabel(text);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QString briefly(const FieldValue &value)
{
    return wording::quotedValue(value ? FieldValue(wording::shortened(*value, shownLength)) : value);
}

bool hasTick(const HistoryEntry &entry)
{
    return entry.verdict.isRevertible();
}

} // namespace

CodeMatchView::CodeMatchView(const SchemaMapping &mapping, const CodeMatch &match, QWidget *parent)
    : QWidget(parent), m_mapping(mapping), m_entries(match.entries)
{
    setObjectName(QStringLiteral("codeMatch"));
    std::sort(m_entries.begin(), m_entries.end(), [](const HistoryEntry &a, const HistoryEntry &b) {
        return a.event.streamVersion < b.event.streamVersion;
    });
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        if (m_entries.at(i).event.sequenceNum == match.sequenceNum)
            m_own = i;
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * step);
    addCustomer(layout);
    showAddress(match.row);
    addSave(layout);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(3 * step);
    grid->setVerticalSpacing(step);
    grid->setColumnStretch(1, 1);
    for (const HistoryEntry &entry : std::as_const(m_entries))
        addEntry(grid, entry);
    layout->addLayout(grid);
    addTickAll(layout);
    layout->addStretch(1);
}

QList<HistoryEntry> CodeMatchView::chosen() const
{
    if (m_ticks.isEmpty())
        return hasTick(own()) ? m_entries : QList<HistoryEntry>();
    QList<HistoryEntry> entries;
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        if (m_ticks.at(i)->isChecked())
            entries.append(m_entries.at(i));
    }
    return entries;
}

bool CodeMatchView::isOwn(const HistoryEntry &entry) const
{
    return entry.event.sequenceNum == own().event.sequenceNum;
}

QString CodeMatchView::whyNot() const
{
    const Verdict &verdict = own().verdict;
    if (verdict.isRevertible())
        return {};
    const QString why = wording::verdictSentence(own().event, verdict);
    return verdict.isOverridable()
               ? why + u' ' +
                     tr("A code does not overwrite a later value. At the address you can set the change back "
                        "all the same, if that is what the customer wants.")
               : why;
}

void CodeMatchView::freeze()
{
    for (QCheckBox *tick : std::as_const(m_ticks))
        tick->setEnabled(false);
    if (auto *all = findChild<QPushButton *>(QStringLiteral("codeTickAll")))
        all->hide();
}

void CodeMatchView::addCustomer(QVBoxLayout *layout)
{
    m_customer = plainLabel({}, QStringLiteral("codeCustomer"));
    m_customer->setFont(appearance::scaled(appearance::bold(font()), 1.2));
    layout->addWidget(m_customer);
    m_envelope = new EnvelopeView;
    m_envelope->setObjectName(QStringLiteral("codeEnvelope"));
    layout->addWidget(m_envelope);
}

void CodeMatchView::showAddress(const AddressRow &row)
{
    const bool exists = !row.address.values.isEmpty();
    m_customer->setText(exists ? wording::customerName(row.customer) : tr("A deleted address"));
    // A deletion remembers the address.
    const FieldValues values = exists ? row.address.values : own().event.snapshot();
    m_envelope->setVisible(!values.isEmpty());
    m_envelope->showAddress(m_mapping, row.customer, values, {});
}

void CodeMatchView::addSave(QVBoxLayout *layout)
{
    const Event &event = own().event;
    const QString when = wording::timeInSentence(event.occurredAtTime());
    const QString who = wording::actorName(event);
    QString sentence = event.type == EventType::AddressDeleted
                           //: %1 for example "on 3 March 2026 at 14:02", %2 a person
                           ? tr("Deleted %1 by %2.").arg(when, who)
                           //: %1 for example "on 3 March 2026 at 14:02", %2 a person
                           : tr("Changed %1 by %2.").arg(when, who);
    if (!shownText(event.reason).isEmpty())
        sentence += u' ' + tr("Reason: %1").arg(briefly(event.reason));
    auto *label = plainLabel(sentence, QStringLiteral("codeSave"));
    appearance::makeQuiet(label);
    layout->addWidget(label);
}

void CodeMatchView::addEntry(QGridLayout *grid, const HistoryEntry &entry)
{
    const Event &event = entry.event;
    const int row = grid->rowCount();
    const bool isField = !event.field().isEmpty();
    const QString title =
        isField ? wording::fieldTitle(m_mapping, event.field()) : wording::eventTitle(event.type);
    if (m_entries.size() > 1) {
        auto *tick = new QCheckBox(mnemonics::literal(title));
        tick->setObjectName(QStringLiteral("codeTick_") + event.field());
        tick->setChecked(isOwn(entry) && hasTick(entry));
        tick->setEnabled(hasTick(entry));
        tick->setAccessibleDescription(historyText::eventSentence(m_mapping, event) + QStringLiteral(". ") +
                                       wording::verdictSentence(event, entry.verdict));
        connect(tick, &QCheckBox::toggled, this, &CodeMatchView::chosenChanged);
        grid->addWidget(tick, row, 0, Qt::AlignTop);
        m_ticks.append(tick);
    } else {
        auto *label = plainLabel(title);
        label->setWordWrap(false);
        grid->addWidget(label, row, 0, Qt::AlignTop);
    }
    // Values without letters of their own direction follow the window's.
    const QString arrow = layoutDirection() == Qt::RightToLeft ? QStringLiteral("\u200F%1 \u2190 %2")
                                                               : QStringLiteral("%1 \u2192 %2");
    auto *values = plainLabel(isField ? arrow.arg(briefly(event.from()), briefly(event.to()))
                                      : historyText::summary(m_mapping, event.snapshot()),
                              QStringLiteral("codeValues_") + event.field());
    values->setToolTip(appearance::plainToolTip(historyText::eventSentence(m_mapping, event)));
    if (isOwn(entry))
        m_ownPlace = values;
    if (isOwn(entry) && m_entries.size() > 1)
        values->setFont(appearance::bold(font()));
    grid->addWidget(values, row, 1);
    // Why the code's own cannot be put back is said below, where the person looks.
    if (hasTick(entry) || isOwn(entry))
        return;
    auto *why = plainLabel(wording::verdictSentence(event, entry.verdict));
    appearance::makeQuiet(why);
    grid->addWidget(why, row + 1, 1);
}

void CodeMatchView::addTickAll(QVBoxLayout *layout)
{
    if (std::count_if(m_entries.cbegin(), m_entries.cend(), hasTick) < 2)
        return;
    auto *all = new QPushButton(tr("Tick &all"));
    all->setObjectName(QStringLiteral("codeTickAll"));
    all->setAccessibleName(tr("Tick all"));
    all->setAutoDefault(false);
    all->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(all, &QPushButton::clicked, this, [this] {
        for (QCheckBox *tick : std::as_const(m_ticks))
            tick->setChecked(tick->isEnabled());
    });
    layout->addWidget(all);
}

} // namespace addressdesk
