#include "ui/desk/DraftNews.h"

#include "models/items/DraftStore.h"
#include "models/wording/Sentences.h"
#include "ui/addresses/SaveBar.h"
#include "ui/messages/MessageBar.h"

namespace addressdesk {

namespace {

const QString draftsTopic = QStringLiteral("drafts");
const QString restoredTopic = QStringLiteral("restored");

} // namespace

DraftNews::DraftNews(DraftStore &drafts, SaveBar &bar, MessageBar &messages, QObject *parent)
    : QObject(parent), m_drafts(drafts), m_bar(bar), m_messages(messages)
{
    connect(&m_bar, &SaveBar::reasonChanged, &m_drafts, &DraftStore::setReason);
    connect(&m_drafts, &DraftStore::failed, this,
            [this](const Error &error) { tellNotKept(wording::technicalDetails(error)); });
}

void DraftNews::restore(const DatabaseUrl &url)
{
    const auto found = m_drafts.open(url);
    if (!found) {
        tellNotRead(wording::technicalDetails(found.error()));
        return;
    }
    m_bar.setReason(found->reason);
    if (!found->isKept)
        tellNotKept({});
    if (found->fieldCount > 0)
        tellRestored(found->fieldCount);
}

void DraftNews::noteSeen()
{
    m_messages.dismiss(restoredTopic);
}

void DraftNews::noteOver()
{
    m_messages.dismiss(draftsTopic);
    m_messages.dismiss(restoredTopic);
}

void DraftNews::tellNotRead(const QString &details)
{
    m_messages.tell({draftsTopic,
                     Message::Kind::Warning,
                     tr("The unsaved edits of last time could not be read. Their file was kept."),
                     {},
                     details});
}

void DraftNews::tellNotKept(const QString &details)
{
    m_messages.tell({draftsTopic,
                     Message::Kind::Warning,
                     tr("Unsaved edits cannot be kept for the next start. Save them before you leave."),
                     {},
                     details});
}

/// The bar of unsaved edits, just below, shows and discards them.
void DraftNews::tellRestored(int fieldCount)
{
    m_messages.tell({restoredTopic,
                     Message::Kind::Information,
                     tr("Your unsaved edits of last time are back: %n field(s).", nullptr, fieldCount),
                     {},
                     {}});
}

} // namespace addressdesk
