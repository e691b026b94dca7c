#include "ui/addresses/ConflictRow.h"

#include "models/wording/Sentences.h"
#include "ui/addresses/ValueChoice.h"
#include "ui/addresses/ValueLabel.h"
#include "ui/appearance/Appearance.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLabel>

namespace addressdesk {

ConflictRow::ConflictRow(const FieldConflict &conflict, const QString &title, QGridLayout *grid, int row,
                         QWidget *parent)
    : QObject(parent), m_conflict(conflict), m_group(new QButtonGroup(this)),
      m_theirs(new ValueChoice(wording::quotedValue(conflict.theirs), parent)),
      m_mine(new ValueChoice(wording::quotedValue(conflict.mine), parent))
{
    auto *titleLabel = new QLabel(title, parent);
    titleLabel->setTextFormat(Qt::PlainText);
    titleLabel->setFont(appearance::bold(parent->font()));
    titleLabel->setContentsMargins(0, appearance::step / 2, 0, 0);
    auto *base = new ValueLabel(wording::quotedValue(conflict.base), parent);
    m_theirs->setObjectName(QStringLiteral("theirs_") + conflict.field);
    //: For screen readers: %1 a field, %2 a value in quotation marks
    m_theirs->setAccessibleName(tr("%1: take theirs, %2").arg(title, wording::quotedValue(conflict.theirs)));
    m_mine->setObjectName(QStringLiteral("mine_") + conflict.field);
    //: For screen readers: %1 a field, %2 a value in quotation marks
    m_mine->setAccessibleName(tr("%1: keep mine, %2").arg(title, wording::quotedValue(conflict.mine)));
    m_group->addButton(m_theirs);
    m_group->addButton(m_mine);
    grid->addWidget(titleLabel, row, 0, Qt::AlignTop);
    grid->addWidget(base, row, 1, Qt::AlignTop);
    grid->addWidget(m_theirs, row, 2, Qt::AlignTop);
    grid->addWidget(m_mine, row, 3, Qt::AlignTop);
    connect(m_group, &QButtonGroup::buttonToggled, this, &ConflictRow::chosen);
}

ConflictRow::Choice ConflictRow::choice() const
{
    if (m_mine->isChecked())
        return Choice::Mine;
    return m_theirs->isChecked() ? Choice::Theirs : Choice::None;
}

void ConflictRow::choose(Choice choice)
{
    if (choice == Choice::Mine)
        m_mine->setChecked(true);
    else if (choice == Choice::Theirs)
        m_theirs->setChecked(true);
}

void ConflictRow::focus()
{
    m_theirs->setFocus();
}

} // namespace addressdesk
