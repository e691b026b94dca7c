#include "ui/addresses/ConflictDialog.h"

#include "models/wording/Sentences.h"
#include "models/wording/TimeWording.h"
#include "ui/addresses/ConflictRow.h"
#include "ui/appearance/Appearance.h"
#include "ui/widgets/ScreenFit.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace addressdesk {

using appearance::step;
using Choice = ConflictRow::Choice;

namespace {

/// What is left of the values on the smallest screen.
constexpr int fewLines = 4;

} // namespace

ConflictDialog::ConflictDialog(const SchemaMapping &mapping, const QString &who,
                               const QList<FieldConflict> &conflicts, const ConflictCause &cause,
                               QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("conflictDialog"));
    setWindowTitle(tr("Changed meanwhile"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(4 * step, 4 * step, 4 * step, 3 * step);
    outer->setSpacing(3 * step);
    auto *told = new QLabel(sentence(who, static_cast<int>(conflicts.size()), cause), this);
    told->setObjectName(QStringLiteral("conflictSentence"));
    told->setTextFormat(Qt::PlainText);
    told->setWordWrap(true);
    outer->addWidget(told);

    auto *area = new QWidget(this);
    auto *grid = new QGridLayout(area);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(6 * step);
    grid->setVerticalSpacing(2 * step);
    buildGrid(mapping, conflicts, grid);
    grid->setRowStretch(grid->rowCount(), 1);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("conflictScroll"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(area);
    outer->addWidget(scroll, 1);
    m_hint = new QLabel(this);
    appearance::makeQuiet(m_hint);
    outer->addWidget(m_hint);

    outer->addWidget(makeButtons());
    updateButton();
    // As high as the values ask for, as far as the smallest screen has room for it.
    constexpr QSize usualSize(180 * step, 90 * step);
    scroll->setMinimumWidth(area->minimumSizeHint().width());
    scroll->setMinimumHeight(std::min(area->heightForWidth(usualSize.width()), usualSize.height()));
    resize(usualSize.width() + 8 * step, sizeHint().height());
    scroll->setMinimumHeight(std::min(scroll->minimumHeight(), fewLines * fontMetrics().lineSpacing()));
    new ScreenFit(*this);
    if (!m_rows.isEmpty())
        m_rows.first()->focus();
}

QString ConflictDialog::sentence(const QString &who, int fields, const ConflictCause &cause)
{
    if (cause.actors.isEmpty())
        return tr("While you were editing, somebody else changed the same %n field(s) of the address of %1. "
                  "Nothing has been saved yet. Which value shall stay?",
                  nullptr, fields)
            .arg(who);
    //: %1 a customer's name, %2 who did it: "marie", "marie and paul"; %3 when: "5 minutes ago"
    return tr("While you were editing, %2 changed the same %n field(s) of the address of %1 (%3). "
              "Nothing has been saved yet. Which value shall stay?",
              nullptr, fields)
        .arg(who, cause.actors, wording::relativeTime(cause.when, QDateTime::currentDateTimeUtc()));
}

QDialogButtonBox *ConflictDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(this);
    auto *allTheirs = buttons->addButton(tr("All &theirs"), QDialogButtonBox::ActionRole);
    auto *allMine = buttons->addButton(tr("All &mine"), QDialogButtonBox::ActionRole);
    allTheirs->setObjectName(QStringLiteral("allTheirs"));
    allMine->setObjectName(QStringLiteral("allMine"));
    allTheirs->setAutoDefault(false);
    allMine->setAutoDefault(false);
    m_accept = buttons->addButton(tr("&Save these values"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(QStringLiteral("saveChoices"));
    m_accept->setDefault(true);
    auto *cancel = buttons->addButton(tr("&Not now"), QDialogButtonBox::RejectRole);
    cancel->setObjectName(QStringLiteral("notNow"));
    cancel->setToolTip(tr("What you typed stays, unsaved"));
    connect(allTheirs, &QPushButton::clicked, this, [this] { chooseAll(false); });
    connect(allMine, &QPushButton::clicked, this, [this] { chooseAll(true); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

void ConflictDialog::buildGrid(const SchemaMapping &mapping, const QList<FieldConflict> &conflicts,
                               QGridLayout *grid)
{
    QWidget *area = grid->parentWidget();
    const QStringList headings{tr("Field"), tr("You saw"), tr("Now saved (theirs)"), tr("You typed (mine)")};
    for (int column = 0; column < headings.size(); ++column) {
        auto *heading = new QLabel(headings[column], area);
        appearance::makeQuiet(heading);
        grid->addWidget(heading, 0, column);
        grid->setColumnStretch(column, column == 0 ? 0 : 1);
    }
    int row = 1;
    for (const FieldConflict &conflict : conflicts) {
        auto *choice =
            new ConflictRow(conflict, wording::fieldTitle(mapping, conflict.field), grid, row++, area);
        connect(choice, &ConflictRow::chosen, this, &ConflictDialog::updateButton);
        m_rows.append(choice);
    }
}

void ConflictDialog::chooseAll(bool isMine)
{
    for (ConflictRow *row : std::as_const(m_rows))
        row->choose(isMine ? Choice::Mine : Choice::Theirs);
    m_accept->setFocus();
}

void ConflictDialog::updateButton()
{
    const auto open = std::count_if(m_rows.cbegin(), m_rows.cend(),
                                    [](const ConflictRow *row) { return row->choice() == Choice::None; });
    m_accept->setEnabled(open == 0);
    m_hint->setText(open == 0 ? QString() : tr("%n field(s) to decide", nullptr, static_cast<int>(open)));
}

QList<FieldConflict> ConflictDialog::keptMine() const
{
    QList<FieldConflict> result;
    for (const ConflictRow *row : m_rows) {
        if (row->choice() == Choice::Mine)
            result.append(row->conflict());
    }
    return result;
}

QList<FieldConflict> ConflictDialog::takenTheirs() const
{
    QList<FieldConflict> result;
    for (const ConflictRow *row : m_rows) {
        if (row->choice() == Choice::Theirs)
            result.append(row->conflict());
    }
    return result;
}

} // namespace addressdesk
