#include "ui/messages/StatusLine.h"

#include "ui/appearance/Appearance.h"
#include "ui/appearance/PlainToolTip.h"
#include "ui/messages/StatusCounts.h"
#include "ui/widgets/ElidedLabel.h"

#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QStatusBar>

namespace addressdesk {

namespace {

using appearance::step;
constexpr int busyDelayMs = 300;
constexpr int sentenceMs = 8000;

template<typename T = QLabel>
T *part(QStatusBar &bar, const QString &objectName, const QString &accessibleName)
{
    auto *label = new T(&bar);
    label->setObjectName(objectName);
    label->setAccessibleDescription(accessibleName);
    label->setTextFormat(Qt::PlainText);
    label->setContentsMargins(2 * step, 0, 2 * step, 0);
    return label;
}

} // namespace

StatusLine::StatusLine(QStatusBar &bar)
    : QObject(&bar), m_database(part(bar, QStringLiteral("statusDatabase"), tr("Database"))),
      m_operator(part(bar, QStringLiteral("statusOperator"), tr("Operator"))),
      m_rows(part(bar, QStringLiteral("statusRows"), tr("Addresses shown"))),
      m_told(part<ElidedLabel>(bar, QStringLiteral("statusTold"), tr("What has happened"))),
      m_unsaved(part(bar, QStringLiteral("statusUnsaved"), tr("Unsaved edits"))),
      m_busy(new QProgressBar(&bar)), m_mails(new StatusCounts(&bar))
{
    bar.setAccessibleName(tr("Status"));
    m_busy->setObjectName(QStringLiteral("statusBusy"));
    m_busy->setAccessibleName(tr("Working"));
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setFixedSize(24 * step, 3 * step);
    m_busy->hide();
    for (QLabel *label : {m_database, m_operator, m_rows})
        bar.addWidget(label);
    m_told->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    bar.addWidget(m_told, 1);
    bar.addPermanentWidget(m_busy);
    bar.addPermanentWidget(m_unsaved);
    bar.addPermanentWidget(m_mails);
    connect(m_mails, &StatusCounts::outboxRequested, this, &StatusLine::outboxRequested);
    connect(m_mails, &StatusCounts::requestsRequested, this, &StatusLine::requestsRequested);
    m_busyDelay.setSingleShot(true);
    m_busyDelay.setInterval(busyDelayMs);
    connect(&m_busyDelay, &QTimer::timeout, m_busy, &QProgressBar::show);
    m_toldTime.setSingleShot(true);
    m_toldTime.setInterval(sentenceMs);
    connect(&m_toldTime, &QTimer::timeout, m_told, &QLabel::clear);
    setDatabase(nullptr);
}

void StatusLine::setDatabase(const DatabaseDescription *description)
{
    m_operator->setVisible(description != nullptr);
    m_rows->setVisible(description != nullptr);
    m_rows->clear();
    m_unsaved->clear();
    m_told->clear();
    if (!description) {
        m_databaseText = tr("No database is open");
        m_database->setText(m_databaseText);
        m_database->setToolTip({});
        return;
    }
    const bool isSqlite = description->url.kind == DatabaseUrl::Kind::Sqlite;
    //: Status bar: %1 the database's short name, %2 SQLite or PostgreSQL
    m_databaseText = tr("%1 (%2)").arg(description->url.displayName(),
                                       isSqlite ? QStringLiteral("SQLite") : QStringLiteral("PostgreSQL"));
    if (description->isReadOnly)
        m_databaseText = tr("%1, read only").arg(m_databaseText);
    QString hint = description->url.toString() + u'\n' + description->serverVersion;
    if (!isSqlite)
        hint += u'\n' + (description->isEncrypted ? tr("The connection is encrypted.")
                                                  : tr("The connection is not encrypted."));
    m_database->setText(m_databaseText);
    m_database->setToolTip(appearance::plainToolTip(hint));
    m_operator->setText(description->actor);
    m_operator->setToolTip(tr("Changes are recorded under this name"));
}

void StatusLine::setRows(qint64 count, bool isFinal, bool isSearch)
{
    if (!isFinal) {
        m_rows->setText(tr("counting…"));
        return;
    }
    const int plural = static_cast<int>(qMin<qint64>(count, 1'000'000'000));
    const QString number = QLocale().toString(count);
    //: %n only chooses the plural; %1 is the number as people write it
    m_rows->setText(isSearch ? tr("%1 found", nullptr, plural).arg(number)
                             : tr("%1 address(es)", nullptr, plural).arg(number));
}

void StatusLine::setUnsaved(int fields)
{
    m_unsaved->setText(fields == 0 ? QString() : tr("%n unsaved", nullptr, fields));
}

void StatusLine::setConnected(bool isConnected)
{
    //: Status bar: %1 names the database
    m_database->setText(isConnected ? m_databaseText : tr("%1: no connection").arg(m_databaseText));
}

void StatusLine::setMails(const MailCounts &counts, const QString &problem)
{
    m_mails->setCounts(counts, problem);
}

void StatusLine::setBusy(const QString &source, bool isBusy)
{
    m_busySources.removeAll(source);
    if (isBusy)
        m_busySources.append(source);
    if (m_busySources.isEmpty()) {
        m_busyDelay.stop();
        m_busy->hide();
    } else if (!m_busyDelay.isActive() && m_busy->isHidden()) {
        m_busyDelay.start();
    }
}

void StatusLine::tell(const QString &sentence)
{
    m_told->setText(sentence);
    m_toldTime.start();
}

void StatusLine::forget()
{
    m_toldTime.stop();
    m_told->clear();
}

} // namespace addressdesk
