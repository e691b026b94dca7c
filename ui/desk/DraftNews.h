#pragma once

#include <QObject>

namespace addressdesk {

class DraftStore;
class MessageBar;
class SaveBar;
struct DatabaseUrl;

/// Brings back the unsaved edits of last time, and tells what became of them and of keeping those of now.
class DraftNews final : public QObject
{
    Q_OBJECT

public:
    DraftNews(DraftStore &drafts, SaveBar &bar, MessageBar &messages, QObject *parent = nullptr);

    /// Into the staged edits, and their reason into the bar.
    void restore(const DatabaseUrl &url);
    /// The edits have been seen: that they are back needs no more telling.
    void noteSeen();
    /// The edits have been saved or given up.
    void noteOver();

private:
    void tellNotRead(const QString &details);
    void tellNotKept(const QString &details);
    void tellRestored(int fieldCount);

    DraftStore &m_drafts;
    SaveBar &m_bar;
    MessageBar &m_messages;
};

} // namespace addressdesk
