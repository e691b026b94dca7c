#pragma once

#include "models/domain/DatabaseUrl.h"
#include "models/items/StagedEdits.h"

#include <QLockFile>
#include <QThreadPool>
#include <QTimer>

#include <memory>

namespace addressdesk {

/// Keeps staged edits and the reason typed with them in a file for each database, readable by its owner only,
/// so that nothing typed is lost in a crash. Writes happen on a thread of its own, shortly after a change.
/// Lives on the GUI thread.
class DraftStore final : public QObject
{
    Q_OBJECT

public:
    /// What was found when a database was opened.
    struct Found
    {
        int fieldCount = 0;
        int addressCount = 0;
        QString reason;
    };

    /// `folder` is created when needed; `edits` outlives the store.
    DraftStore(QString folder, StagedEdits &edits, QObject *parent = nullptr);
    /// Writes what is due and waits for it.
    ~DraftStore() override;

    /// Puts the kept drafts of a database into the staged edits and goes on keeping them. Another running
    /// window with the same database keeps its own: then nothing is read or written. Errors: Internal with
    /// the file's name when it cannot be read.
    Result<Found> open(const DatabaseUrl &url);
    /// Writes what is due and lets go of the database.
    void close();
    void setReason(const QString &reason);
    /// Writes what is due and waits for it.
    void flush();

signals:
    /// Drafts cannot be kept, for example because the disk is full.
    void failed(const addressdesk::Error &error);

private:
    [[nodiscard]] Result<Found> readFile();
    void noteChange();
    void write();

    QString m_folder;
    StagedEdits &m_edits;
    QString m_file; ///< Empty: no database, or another window keeps it.
    QString m_url;
    QString m_reason;
    std::unique_ptr<QLockFile> m_lock;
    QTimer m_delay;
    QThreadPool m_writer;
    bool m_isOpening = false;
};

} // namespace addressdesk
