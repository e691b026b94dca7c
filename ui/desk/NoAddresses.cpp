#include "ui/desk/NoAddresses.h"

#include "models/domain/DeskSession.h"
#include "models/items/AddressTableModel.h"
#include "models/wording/Sentences.h"
#include "ui/addresses/AddressGrid.h"
#include "ui/addresses/SearchField.h"
#include "ui/widgets/EmptyState.h"

namespace addressdesk {

NoAddresses::NoAddresses(AddressTableModel &model, AddressGrid &grid, SearchField &search, QObject *parent)
    : QObject(parent), m_model(model), m_search(search), m_state(new EmptyState(grid.viewport()))
{
    connect(&m_model, &AddressTableModel::countChanged, this, &NoAddresses::show);
    connect(m_state, &EmptyState::actionTriggered, this, [this] { m_wayOn(); });
}

void NoAddresses::setSession(DeskSession *session)
{
    m_session = session;
}

void NoAddresses::show()
{
    if (!m_session || m_model.rowCount() > 0 || !m_model.isQueryApplied()) {
        m_state->hide();
        return;
    }
    if (const QString search = m_model.query().search; !search.isEmpty()) {
        tellNothingFound(search);
        return;
    }
    tellNoAddresses({});
    m_session->findCustomers({}, 1, this, [this](const Result<QList<Customer>> &found) {
        if (found && m_session && !m_state->isHidden() && m_model.query().search.isEmpty())
            tellEmptyDatabase(!found->isEmpty());
    });
}

void NoAddresses::tellNothingFound(const QString &search)
{
    m_wayOn = [this] {
        m_search.clear();
        m_search.flush();
        m_search.setFocus();
    };
    m_state->tell(QStringLiteral("search"), tr("No address matches %1.").arg(wording::quotedBriefly(search)),
                  tr("Clear the search"));
}

void NoAddresses::tellNoAddresses(const QString &actionText)
{
    m_state->tell(QStringLiteral("customer"), tr("There are no addresses in this database yet."), actionText);
}

/// An address needs a customer, and customers are not made here.
void NoAddresses::tellEmptyDatabase(bool hasCustomers)
{
    if (hasCustomers) {
        const bool isWritable = !m_session->description().isReadOnly;
        m_wayOn = [this] {
            emit newAddressRequested();
        };
        tellNoAddresses(isWritable ? tr("New address…") : QString());
        return;
    }
    m_wayOn = [this] {
        emit sampleRequested();
    };
    m_state->tell(QStringLiteral("customer"), wording::noCustomers(m_session->mapping().customerTable),
                  tr("Open the sample"));
}

} // namespace addressdesk
