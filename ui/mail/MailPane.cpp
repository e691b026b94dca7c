#include "ui/mail/MailPane.h"

#include "models/wording/MailTrouble.h"
#include "models/wording/MailWording.h"
#include "models/wording/Sentences.h"
#include "ui/appearance/Appearance.h"
#include "ui/appearance/PlainToolTip.h"
#include "ui/mail/MailBrowser.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedLayout>
#include <QTabWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace addressdesk {

namespace {

using appearance::step;
constexpr int choosePage = 0;
constexpr int mailPage = 1;

QLabel *plainLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

MailPane::MailPane(MailService &service, QWidget *parent)
    : QWidget(parent), m_service(service), m_pages(new QStackedLayout(this)), m_shown(new QWidget(this))
{
    auto *choose = new QLabel(tr("Choose a mail to read it here."), this);
    choose->setAlignment(Qt::AlignCenter);
    choose->setWordWrap(true);
    appearance::makeQuiet(choose);
    m_pages->addWidget(choose);
    m_pages->addWidget(m_shown);
    auto *layout = new QVBoxLayout(m_shown);
    layout->setContentsMargins(0, step, 0, 0);
    layout->setSpacing(step);
    buildHead();
    buildTabs();
    auto *state = new QHBoxLayout;
    state->setSpacing(2 * step);
    state->addWidget(m_state, 1);
    state->addWidget(m_showFile, 0, Qt::AlignTop);
    layout->addWidget(m_subject);
    layout->addWidget(m_recipient);
    layout->addLayout(state);
    layout->addWidget(m_note);
    layout->addSpacing(step);
    layout->addWidget(m_tabs, 1);
}

void MailPane::buildHead()
{
    m_subject = plainLabel(QStringLiteral("mailSubject"), m_shown);
    m_subject->setFont(appearance::bold(appearance::scaled(font(), 1.1)));
    m_recipient = plainLabel(QStringLiteral("mailRecipient"), m_shown);
    appearance::makeQuiet(m_recipient);
    m_state = plainLabel(QStringLiteral("mailState"), m_shown);
    m_showFile = new QPushButton(tr("Show in folder"), m_shown);
    m_showFile->setObjectName(QStringLiteral("mailShowFile"));
    m_showFile->setAutoDefault(false);
    m_showFile->hide();
    connect(m_showFile, &QPushButton::clicked, this, [this] {
        if (QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_file).absolutePath())))
            return;
        m_note->setText(tr("No program here opens folders. The mail is %1.").arg(m_file));
        m_note->show();
    });
    m_note = plainLabel(QStringLiteral("mailNote"), m_shown);
    appearance::makeQuiet(m_note);
}

void MailPane::buildTabs()
{
    m_tabs = new QTabWidget(m_shown); // Before what is in it, so that Tab leads to it first.
    m_html = new MailBrowser(m_shown);
    m_html->setObjectName(QStringLiteral("mailHtml"));
    m_html->setAccessibleName(tr("Mail"));
    m_text = new QPlainTextEdit(m_shown);
    m_text->setObjectName(QStringLiteral("mailText"));
    m_text->setAccessibleName(tr("Mail as plain text"));
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    for (QWidget *reader : std::initializer_list<QWidget *>{m_html, m_text})
        reader->setMinimumHeight(8 * step);
    m_tabs->setObjectName(QStringLiteral("mailTabs"));
    m_tabs->setAccessibleName(tr("How the mail is shown"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_html, tr("As the customer rea&ds it"));
    m_tabs->addTab(m_text, tr("Plain &text"));
}

QWidget *MailPane::lastTabStop() const
{
    return m_text;
}

QStringList MailPane::tabTitles() const
{
    QStringList result;
    for (int i = 0; i < m_tabs->count(); ++i)
        result.append(m_tabs->tabText(i));
    return result;
}

void MailPane::showMail(const std::optional<MailRecord> &mail)
{
    const bool isSame = mail && m_mail && mail->id == m_mail->id;
    const bool isUnchanged = isSame && *mail == *m_mail;
    m_mail = mail;
    m_pages->setCurrentIndex(mail ? mailPage : choosePage);
    if (mail)
        showHead(); // Its times go on even when nothing else has changed.
    if (isUnchanged)
        return;
    m_latest.forget();
    if (!isSame) {
        m_subject->setText(mail ? wording::customerName(mail->notice.customer) : QString());
        m_html->clear();
        m_text->clear();
        m_note->hide();
        showFile({});
    }
    if (mail)
        fetchPreview();
}

void MailPane::showHead()
{
    const QString audience = wording::mailAudience(m_mail->audience);
    m_recipient->setText(audience.isEmpty() ? m_mail->recipient.value_or(QString())
                                            : *m_mail->recipient + u'\n' + audience);
    m_recipient->setVisible(m_mail->recipient.has_value());
    const QString state = wording::mailStateSentence(*m_mail, QDateTime::currentDateTimeUtc());
    const QString why = wording::mailTroubleSentence(*m_mail);
    m_state->setText(why.isEmpty() ? state : state + u' ' + why);
    const QString words = wording::mailTroubleWords(*m_mail);
    m_state->setToolTip(appearance::plainToolTip(words));
    m_state->setAccessibleDescription(words);
}

void MailPane::fetchPreview()
{
    m_service.preview(*m_mail, this, m_latest.answer<MailPreview>([this](const Result<MailPreview> &preview) {
        showPreview(preview);
    }));
}

void MailPane::showPreview(const Result<MailPreview> &preview)
{
    if (!preview) {
        m_html->clear();
        m_text->clear();
        m_tabs->setEnabled(false);
        m_note->setText(tr("The mail cannot be shown. %1").arg(wording::mailProblem(preview.error())));
        m_note->show();
        showFile({});
        return;
    }
    m_tabs->setEnabled(true);
    m_subject->setText(preview->subject);
    m_html->setHtml(preview->html);
    m_text->setPlainText(preview->text);
    m_note->setText(
        m_mail->goesWithoutLinks()
            ? tr("The mail as it would be sent now, without links.")
            : tr("The mail as it is written now, without the links that only the customer gets."));
    m_note->setVisible(!preview->hasLinks);
    showFile(preview->file);
}

void MailPane::showFile(const QString &file)
{
    m_file = file;
    const QString path = QDir::toNativeSeparators(file);
    m_showFile->setToolTip(appearance::plainToolTip(path));
    m_showFile->setAccessibleDescription(path);
    if (file.isEmpty() && m_showFile->hasFocus())
        m_html->setFocus();
    m_showFile->setVisible(!file.isEmpty());
}

} // namespace addressdesk
