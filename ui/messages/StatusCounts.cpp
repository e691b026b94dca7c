#include "ui/messages/StatusCounts.h"

#include "models/wording/MailWording.h"
#include "ui/appearance/Icons.h"
#include "ui/appearance/PlainToolTip.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace addressdesk {

using Filter = OutboxModel::Filter;

StatusCounts::StatusCounts(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    const QString outbox = tr("Opens the outbox");
    m_requests =
        add(QStringLiteral("statusRequests"), QStringLiteral("customer"), tr("Opens what customers ask for"));
    m_problem = add(QStringLiteral("statusProblem"), QStringLiteral("warning"), outbox);
    m_waiting = add(QStringLiteral("statusWaiting"), QStringLiteral("mail"), outbox);
    m_failed = add(QStringLiteral("statusFailed"), QStringLiteral("warning"), outbox);
    m_letters = add(QStringLiteral("statusLetters"), QStringLiteral("envelope"), outbox);
    connect(m_requests, &QToolButton::clicked, this, &StatusCounts::requestsRequested);
    const auto leads = [this](QToolButton *button, Filter filter) {
        connect(button, &QToolButton::clicked, this, [this, filter] { emit outboxRequested(filter); });
    };
    leads(m_problem, Filter::Waiting);
    leads(m_waiting, Filter::Waiting);
    leads(m_failed, Filter::Failed);
    leads(m_letters, Filter::Letters);
}

QToolButton *StatusCounts::add(const QString &name, const QString &icon, const QString &hint)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setIcon(icons::icon(icon));
    button->setText(QStringLiteral("0")); // It has its height from the beginning.
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolTip(hint);
    button->setAccessibleDescription(hint);
    button->hide();
    layout()->addWidget(button);
    return button;
}

QSize StatusCounts::sizeHint() const
{
    return QWidget::sizeHint().expandedTo({0, m_requests->sizeHint().height()});
}

QSize StatusCounts::minimumSizeHint() const
{
    return QWidget::minimumSizeHint().expandedTo({0, m_requests->sizeHint().height()});
}

void StatusCounts::show(QToolButton *button, qint64 count, const QString &text)
{
    button->setText(text);
    button->setVisible(count > 0);
}

void StatusCounts::setCounts(const MailCounts &counts, const QString &problem)
{
    //: Status bar
    show(m_problem, problem.isEmpty() ? 0 : 1, tr("Mails cannot be sent"));
    m_problem->setToolTip(appearance::plainToolTip(problem));
    m_problem->setAccessibleDescription(problem);
    show(m_requests, counts.tasks, wording::openRequests(counts.tasks));
    show(m_waiting, counts.waiting, wording::waitingMails(counts.waiting));
    show(m_failed, counts.failed, wording::failedMails(counts.failed));
    show(m_letters, counts.letters, wording::dueLetters(counts.letters));
    for (QToolButton *button : {m_waiting, m_failed})
        //: For screen readers: %1 for example "2 waiting"
        button->setAccessibleName(tr("Mails: %1").arg(button->text()));
}

} // namespace addressdesk
