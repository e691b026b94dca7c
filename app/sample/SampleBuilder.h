#pragma once

#include "app/sample/FillSample.h"

#include <QObject>
#include <QThread>

#include <memory>

namespace addressdesk {

/// Creates the sample database file on a thread of its own. The file appears under its name only when it is
/// complete. Lives on the GUI thread; destroying it cancels and waits.
class SampleBuilder final : public QObject
{
    Q_OBJECT

public:
    explicit SampleBuilder(QString file, SampleOptions options = {}, QObject *parent = nullptr);
    ~SampleBuilder() override;

    /// Starts; call once. An existing file of that name is replaced at the end.
    void start();
    /// Asks it to end early: finished() then tells ErrorCode::Cancelled, and no file is left.
    void cancel();

signals:
    /// Customers done and to do; at most a few times for each percent.
    void progressed(qint64 done, qint64 total);
    /// Exactly once after start(), also when it was cancelled or failed.
    void finished(const addressdesk::Result<addressdesk::SampleCounts> &result);

private:
    QString m_file;
    SampleOptions m_options;
    std::shared_ptr<std::atomic<bool>> m_isCancelled;
    std::unique_ptr<QThread> m_thread;
};

} // namespace addressdesk
