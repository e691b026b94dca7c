#include "ui/history/HistoryNotice.h"

#include "ui/appearance/Appearance.h"
#include "ui/widgets/FoldedDetails.h"
#include "ui/widgets/Mnemonics.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace addressdesk {

HistoryNotice::HistoryNotice(QWidget *parent)
    : QFrame(parent), m_label(new QLabel(this)), m_undoText(tr("&Undo")),
      m_undo(new QPushButton(m_undoText, this)), m_close(new QPushButton(tr("Close"), this)),
      m_details(new FoldedDetails(this))
{
    setObjectName(QStringLiteral("historyNotice"));
    setAccessibleName(tr("Message about the history"));
    setAutoFillBackground(true);
    m_label->setObjectName(QStringLiteral("historyNoticeText"));
    m_details->setObjectName(QStringLiteral("historyNoticeDetails"));
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_undo->setObjectName(QStringLiteral("historyUndo"));
    m_undo->setAccessibleName(tr("Undo setting back"));
    m_close->setObjectName(QStringLiteral("historyNoticeClose"));
    m_close->setAccessibleName(tr("Close the message"));
    for (QPushButton *button : {m_undo, m_close})
        button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);

    auto *row = new QHBoxLayout;
    row->setSpacing(2 * appearance::step);
    row->addWidget(m_label, 1);
    row->addWidget(m_undo);
    row->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * appearance::step, appearance::step, appearance::step, appearance::step);
    layout->setSpacing(appearance::step);
    layout->addLayout(row);
    layout->addWidget(m_details);

    connect(m_undo, &QPushButton::clicked, this, &HistoryNotice::undoRequested);
    connect(m_close, &QPushButton::clicked, this, &HistoryNotice::dismiss);
    hide();
}

void HistoryNotice::setTakenMnemonics(const QString &letters)
{
    m_undoText = mnemonics::fitted(tr("&Undo"), letters);
    m_undo->setText(m_undoText);
}

QString HistoryNotice::usedMnemonics() const
{
    return mnemonics::lettersOf({m_undoText});
}

void HistoryNotice::sayDone(const QString &sentence, const RevertOutcome &outcome, bool canUndo)
{
    m_done = outcome;
    m_doneSentence = sentence;
    offerUndo(canUndo);
    m_details->setText({});
    say(sentence, false);
    if (!canUndo)
        return;
    m_undo->setText(m_undoText);
    emit undoOffered(m_undo);
}

void HistoryNotice::sayProblem(const QString &sentence, const QString &details)
{
    m_problem = sentence;
    m_details->setText(details);
    const bool canUndo = !isHidden() && !m_undo->isHidden();
    if (canUndo)
        say(sentence + u'\n' + m_doneSentence, true);
    else
        forgetDone();
}

void HistoryNotice::offerUndo(bool canUndo)
{
    m_undo->setVisible(canUndo);
    m_close->setVisible(!canUndo);
}

/// Only the problem is left to say.
void HistoryNotice::forgetDone()
{
    m_done = {};
    offerUndo(false);
    say(m_problem, true);
}

void HistoryNotice::dismiss()
{
    hide();
}

void HistoryNotice::follow(const HistoryModel &model)
{
    if (isHidden() || m_done.events.isEmpty())
        return;
    for (int row = 1; row < model.rowCount(); ++row) {
        const Event &event = model.entry(row)->event;
        if (event.changeId == m_done.changeId)
            return; // What follows is older.
        if (!isOvertakenBy(event))
            continue;
        if (m_isProblem)
            forgetDone();
        else
            dismiss();
        return;
    }
}

bool HistoryNotice::isOvertakenBy(const Event &event) const
{
    return std::any_of(m_done.events.cbegin(), m_done.events.cend(), [&event](const Event &done) {
        return event.streamVersion > done.streamVersion &&
               (event.field().isEmpty() || done.field().isEmpty() || event.field() == done.field());
    });
}

void HistoryNotice::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::StyleChange || (event->type() == QEvent::PaletteChange && !m_isColoring))
        applyColors();
}

void HistoryNotice::say(const QString &sentence, bool isProblem)
{
    m_isProblem = isProblem;
    m_label->setText(sentence);
    setAccessibleDescription(sentence);
    applyColors();
    show();
    QAccessibleEvent announcement(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&announcement);
}

void HistoryNotice::applyColors()
{
    const QPalette application = parentWidget() ? parentWidget()->palette() : palette();
    const QColor accent =
        m_isProblem ? appearance::problemAccent(application) : appearance::putBackAccent(application);
    QPalette own = palette();
    own.setColor(QPalette::Window, appearance::tint(accent, application));
    own.setColor(QPalette::WindowText, application.color(QPalette::Text));
    m_isColoring = true;
    setPalette(own);
    m_isColoring = false;
}

} // namespace addressdesk
