#include "ui/history/HistoryActions.h"

#include "models/wording/Sentences.h"
#include "models/wording/TimeWording.h"
#include "ui/appearance/Appearance.h"
#include "ui/appearance/Icons.h"
#include "ui/appearance/PlainToolTip.h"
#include "ui/history/HistorySentences.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace addressdesk {

namespace {

QLabel *plainLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

bool canBePutBack(const HistoryEntry &entry)
{
    return entry.verdict.isRevertible() || entry.verdict.isOverridable();
}

} // namespace

HistoryActions::HistoryActions(QWidget *parent)
    : QWidget(parent), m_chosen(plainLabel(QStringLiteral("historyChosen"), this)),
      m_why(plainLabel(QStringLiteral("historyWhy"), this)), m_setBack(new QPushButton(this)),
      m_setSaveBack(new QPushButton(tr("Set this save back"), this)),
      m_letter(new QPushButton(tr("Print the letter to the customer…"), this))
{
    m_setBack->setObjectName(QStringLiteral("setBackButton"));
    m_setBack->setAccessibleName(tr("Set back"));
    m_setBack->setIcon(icons::icon(QStringLiteral("set-back")));
    m_setSaveBack->setObjectName(QStringLiteral("setSaveBackButton"));
    m_setSaveBack->setAccessibleName(tr("Set save back"));
    m_letter->setObjectName(QStringLiteral("printLetterButton"));
    m_letter->setAccessibleName(tr("Print the letter to the customer"));
    m_letter->setToolTip(tr("The customer has no e-mail address: a letter tells of this save."));
    m_letter->setIcon(icons::icon(QStringLiteral("envelope")));
    m_letter->hide();
    appearance::makeQuiet(m_chosen);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(appearance::step);
    layout->addWidget(m_chosen);
    layout->addWidget(m_why);
    layout->addWidget(m_setBack);
    layout->addWidget(m_setSaveBack);
    layout->addWidget(m_letter);

    connect(m_setBack, &QPushButton::clicked, this, &HistoryActions::setBackRequested);
    connect(m_setSaveBack, &QPushButton::clicked, this, &HistoryActions::setSaveBackRequested);
    connect(m_letter, &QPushButton::clicked, this, &HistoryActions::letterRequested);
    showNothing();
}

void HistoryActions::showNothing()
{
    m_canSetBack = m_canSetSaveBack = false;
    m_chosen->setText(tr("Choose a change to set it back."));
    m_why->clear();
    m_why->hide();
    m_setBack->setText(tr("Set back"));
    m_setBack->setToolTip({});
    m_setBack->setAccessibleDescription({});
    m_setSaveBack->hide();
    m_letter->hide();
    m_setBack->setEnabled(false);
}

void HistoryActions::showChange(const SchemaMapping &mapping, const HistoryEntry &entry,
                                const QList<HistoryEntry> &save)
{
    const Event &event = entry.event;
    const QString what = event.field().isEmpty() ? wording::eventTitle(event.type)
                                                 : wording::fieldTitle(mapping, event.field());
    //: the chosen change: %1 a field's title or "Deleted", %2 for example "on 3 March 2026 at 14:02"
    m_chosen->setText(tr("%1, %2").arg(what, wording::timeInSentence(event.occurredAtTime())));
    m_canSetBack = canBePutBack(entry);
    m_why->setText(entry.verdict.isRevertible() ? QString() : wording::verdictSentence(event, entry.verdict));
    m_why->setVisible(!m_why->text().isEmpty());
    m_setBack->setText(historySentences::buttonText(entry));
    m_setBack->setToolTip(appearance::plainToolTip(wording::revertAction(event)));
    m_setBack->setAccessibleDescription(m_why->text().isEmpty() ? wording::revertAction(event)
                                                                : wording::revertAction(event) +
                                                                      QStringLiteral(". ") + m_why->text());

    const bool needsDialog = std::any_of(save.cbegin(), save.cend(),
                                         [](const HistoryEntry &e) { return e.verdict.isOverridable(); });
    m_canSetSaveBack = std::any_of(save.cbegin(), save.cend(), canBePutBack);
    m_setSaveBack->setVisible(save.size() > 1);
    m_setSaveBack->setText(needsDialog ? tr("Set this save back…") : tr("Set this save back"));
    m_setSaveBack->setAccessibleDescription(
        m_canSetSaveBack ? tr("Sets back %n field(s) at once", nullptr, static_cast<int>(save.size()))
                         : whyNotSave());
    m_setBack->setEnabled(m_canSetBack);
    m_setSaveBack->setEnabled(m_canSetSaveBack);
}

void HistoryActions::setLetterDue(bool isLetterDue)
{
    m_letter->setVisible(isLetterDue);
}

void HistoryActions::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
}

void HistoryActions::setBrief(bool isBrief)
{
    m_chosen->setVisible(!isBrief);
}

int HistoryActions::neededHeight(int width, bool isBrief) const
{
    int height = -layout()->spacing();
    for (const QWidget *part :
         std::initializer_list<const QWidget *>{m_chosen, m_why, m_setBack, m_setSaveBack, m_letter}) {
        const bool isShown = part == m_chosen ? !isBrief : !part->isHidden();
        if (!isShown)
            continue;
        height += layout()->spacing() +
                  (part->hasHeightForWidth() ? part->heightForWidth(width) : part->sizeHint().height());
    }
    return height;
}

bool HistoryActions::canSetBack() const
{
    return m_canSetBack && !m_isBusy;
}

bool HistoryActions::canSetSaveBack() const
{
    return m_canSetSaveBack && m_setSaveBack->isVisibleTo(this) && !m_isBusy;
}

QString HistoryActions::why() const
{
    return m_canSetBack ? QString() : m_why->text();
}

QString HistoryActions::whyNotSave() const
{
    return m_canSetSaveBack || m_setSaveBack->isHidden()
               ? QString()
               : tr("None of the changes of this save can be set back.");
}

bool HistoryActions::event(QEvent *event)
{
    const bool isHandled = QWidget::event(event);
    // Sentences keep all their lines however low the dock is: the list above gives way.
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
        setMinimumHeight(layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width())
                                                       : layout()->totalMinimumSize().height());
    return isHandled;
}

bool HistoryActions::hasFocusInside() const
{
    return m_setBack->hasFocus() || m_setSaveBack->hasFocus() || m_letter->hasFocus();
}

} // namespace addressdesk
