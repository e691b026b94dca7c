#pragma once

#include <QObject>
#include <QString>

namespace addressdesk {

class MessageBar;
class SearchField;

/// The way back to a person's search, when it was left to show an address elsewhere. The way is there
/// until they search for something themselves.
class SearchReturn final : public QObject
{
    Q_OBJECT

public:
    SearchReturn(SearchField &search, MessageBar &messages, QObject *parent = nullptr);

    /// Searches for something else, and tells of it. `addressId` is where the person was in their results.
    void leaveFor(const QString &search, const QString &addressId);
    void goBack();

signals:
    void availableChanged(bool isAvailable);
    /// The search is about to be what it was; the address is where the person was in its results.
    void goingBack(const QString &addressId);

private:
    void tell();
    void forget();

    SearchField &m_search;
    MessageBar &m_messages;
    QString m_former; ///< Empty: there is no way back.
    QString m_formerAddressId;
    bool m_isLeaving = false;
    bool m_isLeft = false; ///< What stands in the search was put there by leaveFor().
};

} // namespace addressdesk
