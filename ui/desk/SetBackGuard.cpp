#include "ui/desk/SetBackGuard.h"

#include "models/items/CurrentAddress.h"
#include "models/items/KnownAddress.h"
#include "models/wording/Sentences.h"
#include "ui/desk/AddressFinder.h"
#include "ui/desk/AddressLifecycle.h"
#include "ui/desk/SaveController.h"
#include "ui/history/HistoryPanel.h"
#include "ui/messages/MessageBar.h"

#include <QApplication>
#include <QFocusEvent>

#include <utility>

namespace addressdesk {

namespace {

const QString topic = QStringLiteral("setBack");

} // namespace

SetBackGuard::SetBackGuard(const Parts &parts, QObject *parent) : QObject(parent), m_parts(parts)
{
    m_parts.history.setGuard([this](const QList<HistoryEntry> &changes,
                                    const std::function<void()> &setBack) { ask(changes, setBack); });
    connect(&m_parts.current, &CurrentAddress::switched, this, [this] { m_parts.messages.dismiss(topic); });
    followChoices();
    follow();
}

void SetBackGuard::followChoices()
{
    connect(&m_parts.finder, &AddressFinder::chosenByPerson, this, &SetBackGuard::forget);
    connect(&m_parts.finder, &AddressFinder::steppedOn, this, [this] {
        if (!m_isOfChange && !m_isSaving)
            chooseShown();
    });
    connect(&m_parts.finder, &AddressFinder::chosenInList, this, &SetBackGuard::chooseShown);
    qApp->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *old, const QWidget *now) {
        const bool isByPerson =
            m_focusReason <= Qt::BacktabFocusReason || m_focusReason == Qt::ShortcutFocusReason;
        if (isByPerson && old && !m_parts.history.isAncestorOf(old) && m_parts.history.isAncestorOf(now))
            chooseShown();
    });
}

/// Going into the history is choosing its address; getting the focus back there is not.
bool SetBackGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        m_focusReason = static_cast<QFocusEvent *>(event)->reason();
    return QObject::eventFilter(watched, event);
}

void SetBackGuard::forget()
{
    m_addressIds.clear();
    m_isOfChange = false;
    m_isFollowed = false;
}

void SetBackGuard::chooseShown()
{
    forget();
    if (!m_parts.current.id().isEmpty())
        remember(m_parts.current.id());
}

void SetBackGuard::follow()
{
    connect(&m_parts.saving, &SaveController::savingChanged, this, [this](bool isSaving) {
        m_isSaving = isSaving;
        m_isNewSave = isSaving;
        m_isFollowed = m_isFollowed || isSaving;
    });
    connect(&m_parts.saving, &SaveController::recorded, this, [this](const QString &addressId) {
        if (!m_isFollowed)
            return;
        if (std::exchange(m_isNewSave, false))
            m_addressIds.clear();
        m_isOfChange = true;
        remember(addressId);
    });
    const auto rememberOnly = [this](const QString &addressId) {
        m_addressIds.clear();
        m_isOfChange = true;
        remember(addressId);
    };
    connect(&m_parts.lifecycle, &AddressLifecycle::disappeared, this, rememberOnly);
    connect(&m_parts.history, &HistoryPanel::reverted, this,
            [rememberOnly](const RevertOutcome &outcome) { rememberOnly(outcome.addressId); });
}

void SetBackGuard::remember(const QString &addressId)
{
    m_addressIds.insert(addressId);
    m_customer = m_addressIds.size() == 1 ? customerOf(addressId) : std::nullopt;
}

std::optional<Customer> SetBackGuard::customerOf(const QString &addressId) const
{
    const std::optional<AddressRow> row = knownAddress(m_parts.current, m_parts.model, addressId);
    return row ? std::optional(row->customer) : std::nullopt;
}

void SetBackGuard::ask(const QList<HistoryEntry> &changes, const std::function<void()> &setBack)
{
    if (m_addressIds.isEmpty() || m_addressIds.contains(m_parts.current.id())) {
        setBack();
        return;
    }
    Message message{topic,
                    Message::Kind::Warning,
                    question(changes) + u' ' + doubt(),
                    {{tr("Set &back"), setBack},
                     {tr("Cancel"),
                      [] {
                      }}},
                    {}};
    message.isQuestion = true;
    m_parts.messages.tell(message);
}

QString SetBackGuard::question(const QList<HistoryEntry> &changes) const
{
    const std::optional<AddressRow> &row = m_parts.current.row();
    const QString customer = row ? wording::spokenName(row->customer) : QString();
    if (changes.size() > 1) {
        //: %1 a customer's name
        return tr("Set %n field(s) of %1 back?", nullptr, static_cast<int>(changes.size())).arg(customer);
    }
    const Event &event = changes.constFirst().event;
    if (event.type == EventType::AddressDeleted)
        return tr("Restore the address of %1?").arg(customer);
    if (event.field().isEmpty())
        return tr("Delete the address of %1?").arg(customer);
    const FieldValue from = event.from();
    //: %1 a field's title, %2 a customer's name, %3 a value in quotation marks, or the words "no value" or
    //: "empty"
    return tr("Set %1 of %2 back to %3?")
        .arg(wording::fieldTitle(m_parts.history.model().mapping(), event.field()), customer,
             from && !from->isEmpty() ? wording::quotedBriefly(*from) : wording::quotedValue(from));
}

QString SetBackGuard::doubt() const
{
    if (!m_isOfChange)
        return tr("It is not the address that you chose, which has left the list.");
    if (m_addressIds.size() > 1)
        return tr("Your last save concerned %n other address(es).", nullptr,
                  static_cast<int>(m_addressIds.size()));
    const std::optional<AddressRow> &row = m_parts.current.row();
    if (!m_customer || (row && row->customer.id == m_customer->id))
        return tr("Your last change concerned another address.");
    //: %1 a customer's name
    return tr("Your last change concerned %1.").arg(wording::spokenName(*m_customer));
}

} // namespace addressdesk
