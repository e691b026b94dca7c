#include "ui/mail/MailButtons.h"

#include "models/wording/MailWording.h"
#include "ui/appearance/Appearance.h"
#include "ui/appearance/Icons.h"
#include "ui/appearance/PlainToolTip.h"
#include "ui/widgets/Mnemonics.h"

#include <QGridLayout>
#include <QPushButton>

#include <algorithm>
#include <numeric>
#include <utility>

namespace addressdesk {

namespace {

constexpr int fewInARow = 3;

/// `what` it does, or why it can not.
void explain(QPushButton *button, const QString &what, const QString &whyNot)
{
    button->setEnabled(whyNot.isEmpty());
    const QString text = whyNot.isEmpty() ? what : whyNot;
    button->setToolTip(appearance::plainToolTip(text));
    button->setAccessibleDescription(text);
}

} // namespace

MailButtons::MailButtons(QWidget *parent) : QWidget(parent)
{
    m_rows = new QGridLayout(this);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(2 * appearance::step);
    m_retry = add(QStringLiteral("mailRetry"), tr("Retr&y now"), QStringLiteral("refresh"));
    m_sendAgain = add(QStringLiteral("mailSendAgain"), tr("S&end again"), QStringLiteral("mail"));
    m_cancel = add(QStringLiteral("mailCancel"), tr("Cancel &mail"), QStringLiteral("discard"));
    m_letter = add(QStringLiteral("mailLetter"), tr("&Print letter…"), QStringLiteral("envelope"));
    m_address = add(QStringLiteral("mailAddress"), tr("&Go to address"), QStringLiteral("customer"));
    m_rows->setColumnStretch(static_cast<int>(buttons().size()), 1);
    arrange(static_cast<int>(buttons().size()));
    const auto asks = [this](QPushButton *button, MailAction action) {
        connect(button, &QPushButton::clicked, this, [this, action] { emit actionRequested(action); });
    };
    asks(m_retry, MailAction::Retry);
    asks(m_sendAgain, MailAction::SendAgain);
    asks(m_cancel, MailAction::Cancel);
    connect(m_letter, &QPushButton::clicked, this, &MailButtons::letterRequested);
    connect(m_address, &QPushButton::clicked, this, &MailButtons::addressRequested);
    showState();
}

QPushButton *MailButtons::add(const QString &name, const QString &text, const QString &icon)
{
    auto *button = new QPushButton(icons::icon(icon), text, this);
    button->setObjectName(name);
    button->setAccessibleName(mnemonics::stripped(text));
    button->setAutoDefault(false);
    return button;
}

QList<QPushButton *> MailButtons::buttons() const
{
    return {m_retry, m_sendAgain, m_cancel, m_letter, m_address};
}

QStringList MailButtons::texts() const
{
    QStringList result;
    const QList<QPushButton *> all = buttons();
    for (const QPushButton *button : all)
        result.append(button->text());
    return result;
}

int MailButtons::widthOf(int inARow) const
{
    QList<int> columns(inARow, 0);
    const QList<QPushButton *> all = buttons();
    for (qsizetype i = 0; i < all.size(); ++i)
        columns[i % inARow] = std::max(columns[i % inARow], all[i]->sizeHint().width());
    return std::accumulate(columns.cbegin(), columns.cend(), 0) + (inARow - 1) * m_rows->horizontalSpacing();
}

void MailButtons::arrange(int inARow)
{
    if (std::exchange(m_inARow, inARow) == inARow)
        return;
    const QList<QPushButton *> all = buttons();
    for (int i = 0; i < static_cast<int>(all.size()); ++i)
        m_rows->addWidget(all[i], i / inARow, i % inARow);
}

QSize MailButtons::minimumSizeHint() const
{
    return {widthOf(fewInARow), QWidget::minimumSizeHint().height()};
}

void MailButtons::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void MailButtons::fit()
{
    const int all = static_cast<int>(buttons().size());
    arrange(widthOf(all) > width() ? fewInARow : all);
}

void MailButtons::setMail(const std::optional<MailRecord> &mail)
{
    m_mail = mail;
    showState();
    fit();
}

void MailButtons::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    showState();
}

void MailButtons::setWritable(bool isWritable)
{
    m_isWritable = isWritable;
    showState();
}

QString MailButtons::whyNot(MailAction action) const
{
    if (!m_mail)
        return tr("Choose a mail first.");
    if (!m_isWritable)
        return tr("This database can only be read.");
    if (m_isBusy)
        return tr("One moment, please…");
    return wording::whyNot(action, *m_mail);
}

/// A mail that was given up or cancelled is not what it was: that is said before it is sent after all.
void MailButtons::showRetry()
{
    const bool isCancelled = m_mail && m_mail->state == MailState::Cancelled;
    QString text = tr("Retr&y now");
    QString what = tr("Sends the mail at once instead of later.");
    if (m_mail && m_mail->goesWithoutLinks()) {
        //: A button: sends a mail that was cancelled or given up, which therefore has no links
        text = tr("Send &without links");
        what = isCancelled ? tr("Sends the mail after all. Since it was cancelled it has no links.")
                           : tr("Tries to send the mail after all. Since it was given up it has no links.");
        if (m_mail->isAnythingLeft())
            what += u' ' + tr("With the phone code the customer can still have a change set back.");
    } else if (isCancelled) {
        text = tr("Send a&fter all");
        what = tr("Sends the mail although it was cancelled.");
    }
    m_retry->setText(text);
    m_retry->setAccessibleName(mnemonics::stripped(text));
    explain(m_retry, what, whyNot(MailAction::Retry));
}

void MailButtons::showState()
{
    showRetry();
    explain(m_sendAgain, tr("Sends the same mail once more, without links when these were wiped."),
            whyNot(MailAction::SendAgain));
    explain(m_cancel, tr("The mail is never sent: the customer is not told."), whyNot(MailAction::Cancel));
    explain(m_letter, tr("Prints what the mail would say as a letter."), whyNot(MailAction::MarkPrinted));
    explain(m_address, tr("Shows the address that the mail is about in the window."),
            m_mail ? QString() : tr("Choose a mail first."));
}

} // namespace addressdesk
