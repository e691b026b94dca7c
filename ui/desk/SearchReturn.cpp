#include "ui/desk/SearchReturn.h"

#include "models/wording/Sentences.h"
#include "ui/addresses/SearchField.h"
#include "ui/messages/MessageBar.h"

#include <QScopedValueRollback>

#include <utility>

namespace addressdesk {

namespace {

const QString topic = QStringLiteral("formerSearch");

} // namespace

SearchReturn::SearchReturn(SearchField &search, MessageBar &messages, QObject *parent)
    : QObject(parent), m_search(search), m_messages(messages)
{
    connect(&m_search, &QLineEdit::textChanged, this, [this] {
        if (!m_isLeaving)
            forget();
    });
}

void SearchReturn::leaveFor(const QString &search, const QString &addressId)
{
    if (!std::exchange(m_isLeft, true)) {
        m_former = m_search.text().simplified();
        m_formerAddressId = addressId;
    }
    {
        const QScopedValueRollback leaving(m_isLeaving, true);
        m_search.setText(search);
        m_search.flush();
    }
    if (m_former.isEmpty() || m_former == search)
        return;
    emit availableChanged(true);
    tell();
}

void SearchReturn::tell()
{
    //: %1 is what the person searched for, in quotation marks
    const QString text = tr("The search %1 was left to show this address.");
    m_messages.tell({topic,
                     Message::Kind::Information,
                     text.arg(wording::quotedBriefly(m_former)),
                     {{tr("&Back to the search"),
                       [this] {
                           goBack();
                       }}},
                     {}});
}

void SearchReturn::goBack()
{
    if (m_former.isEmpty())
        return;
    const QString former = m_former;
    const QString addressId = m_formerAddressId;
    forget();
    emit goingBack(addressId);
    m_search.setFocus(Qt::ShortcutFocusReason);
    m_search.setText(former);
    m_search.flush();
}

void SearchReturn::forget()
{
    m_isLeft = false;
    m_formerAddressId.clear();
    if (std::exchange(m_former, {}).isEmpty())
        return;
    m_messages.dismiss(topic);
    emit availableChanged(false);
}

} // namespace addressdesk
