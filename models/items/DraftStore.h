#pragma once

#include "models/domain/DatabaseUrl.h"
#include "models/items/StagedEdits.h"

#include <QLockFile>
#include <QThreadPool>
#include <QTimer>

#include <memory>

namespace addressdesk {

/// Keeps staged edits and the reason typed with them in a file for each database, readable by its owner only,
/// so that nothing typed is lost in a crash. Each running window has a file of its own; what a window left
/// behind is taken over by the next one that opens the database. Writes happen on a thread of its own,
/// shortly after a change. Lives on the GUI thread.
class DraftStore final : public QObject
{
    Q_OBJECT

public:
    /// What was found when a database was opened.
    struct Found
    {
        int fieldCount = 0;
        QString reason;
        bool isKept = false; ///< Edits are kept from now on; false when too many windows have the database.
    };

    /// `folder` is created when needed; `edits` outlives the store.
    DraftStore(QString folder, StagedEdits &edits, QObject *parent = nullptr);
    /// Writes what is due and waits for it.
    ~DraftStore() override;

    /// Puts the drafts that windows left behind for a database into the staged edits and goes on keeping
    /// them. Those of running windows are left alone; so are those that another edit of the same field stands
    /// against, until a later start. Errors: Internal with the file's name when it cannot be read.
    [[nodiscard]] Result<Found> open(const DatabaseUrl &url);
    /// Writes what is due and lets go of the database.
    void close();
    void setReason(const QString &reason);
    /// Writes what is due and waits for it.
    void flush();

signals:
    /// Drafts cannot be kept, for example because the disk is full.
    void failed(const addressdesk::Error &error);

private:
    [[nodiscard]] QString fileName(int window) const;
    [[nodiscard]] static std::unique_ptr<QLockFile> locked(const QString &file);
    [[nodiscard]] Done readFile();
    void takeOver(int window);
    void noteChange();
    [[nodiscard]] QByteArray content() const;
    void write();

    QString m_folder;
    StagedEdits &m_edits;
    QString m_file; ///< Empty: no database, or too many windows have it.
    QString m_url;
    QString m_reason;
    std::unique_ptr<QLockFile> m_lock;
    QTimer m_delay;
    QThreadPool m_writer;
    bool m_isOpening = false;
};

} // namespace addressdesk
