#include "app/desk/SampleDesk.h"

#include "models/domain/DatabaseUrl.h"
#include "models/wording/Language.h"
#include "models/wording/Sentences.h"
#include "ui/connection/ConnectionController.h"
#include "ui/MainWindow.h"
#include "ui/messages/MessageBar.h"
#include "ui/messages/StatusLine.h"

#include <QDir>
#include <QFileInfo>

namespace addressdesk {

SampleDesk::SampleDesk(MainWindow &window, QString file, QObject *parent)
    : QObject(parent), m_window(window), m_file(std::move(file))
{
}

void SampleDesk::open()
{
    if (m_builder)
        return;
    if (QFileInfo::exists(m_file))
        m_window.connection().openUrl(DatabaseUrl::sqlite(m_file));
    else
        build();
}

void SampleDesk::build()
{
    if (!QDir().mkpath(QFileInfo(m_file).absolutePath())) {
        finish(failure(ErrorCode::ReadOnly, m_file));
        return;
    }
    m_window.setOpening(true);
    SampleOptions options;
    options.mailLanguage = wording::Language::ofDesktop();
    m_builder = std::make_unique<SampleBuilder>(m_file, options);
    connect(m_builder.get(), &SampleBuilder::progressed, this, [this](qint64 done, qint64 total) {
        m_window.status().tell(tr("Making the sample database: %L1 of %L2 customers").arg(done).arg(total));
    });
    connect(m_builder.get(), &SampleBuilder::finished, this, &SampleDesk::finish);
    m_builder->start();
}

void SampleDesk::finish(const Result<SampleCounts> &result)
{
    m_window.setOpening(false);
    if (m_builder)
        m_builder.release()->deleteLater();
    if (result) {
        open();
        return;
    }
    const DatabaseUrl url = DatabaseUrl::sqlite(m_file);
    m_window.messages().tell({QStringLiteral("opening"),
                              Message::Kind::Problem,
                              wording::sentence(result.error(), &url),
                              {},
                              wording::technicalDetails(result.error())});
}

} // namespace addressdesk
