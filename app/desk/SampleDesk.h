#pragma once

#include "app/sample/SampleBuilder.h"

#include <memory>

namespace addressdesk {

class MainWindow;

/// Opens the sample database in the window; makes its file first, off the GUI thread, where there is none
/// yet.
class SampleDesk final : public QObject
{
    Q_OBJECT

public:
    /// `window` has to outlive this.
    SampleDesk(MainWindow &window, QString file, QObject *parent = nullptr);

    void open();

private:
    void build();
    void finish(const Result<SampleCounts> &result);

    MainWindow &m_window;
    QString m_file;
    std::unique_ptr<SampleBuilder> m_builder;
};

} // namespace addressdesk
