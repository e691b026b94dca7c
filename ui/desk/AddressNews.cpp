#include "ui/desk/AddressNews.h"

#include "models/items/AddressTableModel.h"
#include "models/items/CurrentAddress.h"
#include "models/items/StagedEdits.h"
#include "models/wording/Sentences.h"
#include "ui/addresses/AddressGrid.h"
#include "ui/desk/AddressLifecycle.h"
#include "ui/desk/SaveController.h"
#include "ui/messages/MessageBar.h"

namespace addressdesk {

namespace {

const QString readingTopic = QStringLiteral("reading");
const QString valueTopic = QStringLiteral("value");

} // namespace

AddressNews::AddressNews(const Parts &parts, QObject *parent) : QObject(parent), m_parts(parts)
{
    followReading();
    followValues();
    connect(&m_parts.current, &CurrentAddress::vanished, this, &AddressNews::tellVanished);
    connect(&m_parts.lifecycle, &AddressLifecycle::disappeared, this, &AddressNews::takeDisappeared);
}

void AddressNews::followReading()
{
    connect(&m_parts.model, &AddressTableModel::failed, this, &AddressNews::tellReadingFailed);
    connect(&m_parts.model, &AddressTableModel::queryApplied, this,
            [this] { m_parts.messages.dismiss(readingTopic); });
}

void AddressNews::followValues()
{
    const auto dismiss = [this] {
        m_parts.messages.dismiss(valueTopic);
    };
    connect(&m_parts.grid, &AddressGrid::editorClosed, this, dismiss);
    connect(&m_parts.grid, &AddressGrid::refusedTextChanged, this, dismiss);
    connect(&m_parts.model, &AddressTableModel::valueRefused, this,
            [this](const QString &, const QString &fieldId, const ValueProblem &problem) {
                tellRefused(fieldId, problem);
            });
}

void AddressNews::setSession(DeskSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    if (session) {
        connect(session, &DeskSession::connectionRestored, this,
                [this] { m_parts.messages.dismiss(readingTopic); });
    }
}

void AddressNews::tellReadingFailed(const Error &error)
{
    if (!m_session || error.code == ErrorCode::ConnectionLost)
        return;
    const auto tryAgain = [this] {
        m_parts.model.reload();
    };
    m_parts.messages.tell({readingTopic,
                           Message::Kind::Problem,
                           wording::sentence(error, &m_session->description().url),
                           {{tr("&Try again"), tryAgain}},
                           wording::technicalDetails(error)});
}

void AddressNews::tellRefused(const QString &fieldId, const ValueProblem &problem)
{
    const QString title = m_session ? wording::fieldTitle(m_session->mapping(), fieldId) : fieldId;
    m_parts.messages.tell({valueTopic, Message::Kind::Problem, wording::sentence(problem, title), {}, {}});
}

void AddressNews::tellVanished(const QString &addressId)
{
    if (m_parts.edits.contains(addressId)) {
        if (!m_parts.messages.contains(SaveController::missingTopic(addressId)))
            m_parts.saving.tellMissing(addressId);
        return;
    }
    const auto restore = [this, addressId] {
        m_parts.lifecycle.restore(addressId);
    };
    m_parts.messages.tell({SaveController::missingTopic(addressId),
                           Message::Kind::Warning,
                           tr("Somebody else has deleted the address that was shown here."),
                           {{tr("&Restore"), restore}},
                           {}});
}

void AddressNews::takeDisappeared(const QString &addressId)
{
    m_parts.messages.dismiss(SaveController::missingTopic(addressId));
    if (m_parts.current.id() == addressId)
        m_parts.current.clear();
}

} // namespace addressdesk
