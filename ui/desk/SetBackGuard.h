#pragma once

#include "models/domain/History.h"

#include <QObject>
#include <QSet>

#include <functional>
#include <optional>

namespace addressdesk {

class AddressFinder;
class AddressLifecycle;
class AddressTableModel;
class CurrentAddress;
class HistoryPanel;
class MessageBar;
class SaveController;

/// Asks before a key sets something back in another address than the person has in mind: the one that they
/// saved, set back or deleted last, or chose since in the list, by a search or by going into its history.
/// Return after a save, and rows that come and go, change the address that is shown unasked.
class SetBackGuard final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        const AddressTableModel &model;
        const CurrentAddress &current;
        const AddressFinder &finder;
        const SaveController &saving;
        const AddressLifecycle &lifecycle;
        HistoryPanel &history;
        MessageBar &messages;
    };
    SetBackGuard(const Parts &parts, QObject *parent);

    /// Nothing particular is in mind; also for another database.
    void forget();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();
    void followChoices();
    void chooseShown();
    void remember(const QString &addressId);
    void ask(const QList<HistoryEntry> &changes, const std::function<void()> &setBack);
    [[nodiscard]] QString question(const QList<HistoryEntry> &changes) const;
    [[nodiscard]] QString doubt() const;
    [[nodiscard]] std::optional<Customer> customerOf(const QString &addressId) const;

    Parts m_parts;
    QSet<QString> m_addressIds;                        ///< In mind; empty: whichever is shown.
    std::optional<Customer> m_customer;                ///< Whose these are, when it is one address and known.
    Qt::FocusReason m_focusReason = Qt::NoFocusReason; ///< Of the focus that moved last.
    bool m_isOfChange = false;                         ///< Not chosen since.
    bool m_isSaving = false;
    bool m_isNewSave = false; ///< Nothing of it is recorded yet.
    bool m_isFollowed = true; ///< No other address was chosen since the save began.
};

} // namespace addressdesk
