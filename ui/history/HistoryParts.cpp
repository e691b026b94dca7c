#include "ui/history/HistoryParts.h"

#include "models/items/HistoryModel.h"
#include "ui/appearance/Appearance.h"
#include "ui/history/HistoryActions.h"
#include "ui/history/HistoryNotice.h"
#include "ui/history/HistoryView.h"
#include "ui/widgets/FoldedDetails.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace addressdesk {

using appearance::step;

HistoryParts::HistoryParts(HistoryModel &model, QWidget &panel)
    : m_panel(panel), m_heading(new QWidget(&panel)), m_filter(new QComboBox(m_heading)),
      m_notice(new HistoryNotice(&panel)), m_view(new HistoryView(&panel)), m_state(new QLabel(&panel)),
      m_details(new FoldedDetails(&panel)), m_retry(new QPushButton(tr("Try again"), &panel)),
      m_actions(new HistoryActions(&panel))
{
    m_view->setModel(&model);
    m_state->setObjectName(QStringLiteral("historyState"));
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    appearance::makeQuiet(m_state);
    m_details->setObjectName(QStringLiteral("historyDetails"));
    m_retry->setObjectName(QStringLiteral("historyRetry"));
    m_retry->setAccessibleName(tr("Read the history again"));
    arrange();
}

/// Returns the words before it.
QLabel *HistoryParts::buildFilter()
{
    m_filter->setObjectName(QStringLiteral("historyFilter"));
    m_filter->setAccessibleName(tr("Show the history of"));
    m_filter->setToolTip(tr("Show only the changes of one field"));
    m_filter->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    //: before the choice of "All fields" or one field
    auto *show = new QLabel(tr("Changes of"), m_heading);
    show->setTextFormat(Qt::PlainText);
    show->setBuddy(m_filter);
    appearance::makeQuiet(show);
    return show;
}

void HistoryParts::arrange()
{
    auto *heading = new QHBoxLayout(m_heading);
    heading->setContentsMargins(0, 0, 0, 0);
    heading->addWidget(buildFilter());
    heading->addWidget(m_filter);
    heading->addStretch(1);
    auto *layout = new QVBoxLayout(&m_panel);
    layout->setContentsMargins(2 * step, 2 * step, 2 * step, 2 * step);
    layout->setSpacing(2 * step);
    layout->addWidget(m_heading);
    layout->addWidget(m_notice);
    layout->addWidget(m_view);
    layout->addWidget(m_state);
    layout->addWidget(m_details);
    layout->addWidget(m_retry, 0, Qt::AlignLeft);
    layout->addWidget(m_actions);
    layout->addStretch(1);
}

void HistoryParts::giveWay()
{
    Brevity brevity = Brevity::Whole;
    for (const Brevity next : {Brevity::WithoutChoice, Brevity::WithoutFilter, Brevity::WithoutList}) {
        if (neededHeight(m_panel.width(), brevity) > m_panel.height())
            brevity = next;
    }
    if (std::exchange(m_brevity, brevity) == brevity)
        return;
    m_actions->setBrief(brevity >= Brevity::WithoutChoice);
    m_heading->setVisible(brevity < Brevity::WithoutFilter);
    m_view->setLow(brevity >= Brevity::WithoutList);
}

int HistoryParts::minimumHeight(int width) const
{
    return neededHeight(width, Brevity::WithoutList);
}

int HistoryParts::heightForAChange() const
{
    return neededHeight(m_panel.width(), Brevity::Whole);
}

int HistoryParts::usualHeight() const
{
    const QMargins margins = m_panel.layout()->contentsMargins();
    return margins.top() + m_heading->sizeHint().height() + m_view->usualHeightForAChange() +
           m_retry->sizeHint().height() + 2 * m_panel.layout()->spacing() + margins.bottom();
}

int HistoryParts::neededHeight(int width, Brevity brevity) const
{
    const QLayout *layout = m_panel.layout();
    const QMargins margins = layout->contentsMargins();
    const int inner = width - margins.left() - margins.right();
    int height = margins.top() + margins.bottom() - layout->spacing();
    const auto add = [layout, &height](int part) {
        height += layout->spacing() + part;
    };
    if (brevity < Brevity::WithoutFilter)
        add(m_heading->sizeHint().height());
    if (!m_notice->isHidden())
        add(m_notice->heightForWidth(inner));
    if (!m_view->isHidden())
        add(brevity < Brevity::WithoutList ? m_view->heightForAChange() : 0);
    if (!m_state->isHidden())
        add(m_state->heightForWidth(inner));
    if (!m_details->isHidden())
        add(m_details->sizeHint().height());
    if (!m_retry->isHidden())
        add(m_retry->sizeHint().height());
    if (!m_actions->isHidden())
        add(m_actions->neededHeight(inner, brevity >= Brevity::WithoutChoice));
    return height;
}

} // namespace addressdesk
