#pragma once

#include "models/items/HistoryModel.h"
#include "ui/history/HistoryParts.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <utility>

class QAction;
class QPushButton;

namespace addressdesk {

class ChosenChange;
class HistoryReverter;

/// The history of the selected address: cards of changes, a filter by field, and the buttons that set changes
/// back.
///
/// The actions have their shortcuts (Ctrl+Backspace, Ctrl+Shift+Backspace, Alt+Up, Alt+Down); show them in
/// menus, and give these keys to nothing else.
class HistoryPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryPanel(QWidget *parent = nullptr);
    ~HistoryPanel() override;

    /// nullptr: no database is open. The session has to outlive the panel or be taken back.
    void setSession(DeskSession *session);
    /// Of all fields, unless the address is the one that the filter was chosen for. An empty id: no address
    /// is selected.
    void showAddress(const QString &addressId);
    /// The customer whose address is shown, as a sentence names them.
    void setCustomer(const QString &name) { m_customer = name; }
    /// Asked before an action sets something back: gets what it is about, and what to run, now, later or
    /// never.
    using Guard =
        std::function<void(const QList<HistoryEntry> &changes, const std::function<void()> &setBack)>;
    void setGuard(Guard guard) { m_guard = std::move(guard); }
    /// Filters by a field; empty shows all.
    void showField(const QString &fieldId);
    /// Chooses this event of an address, now or when its history is shown, and scrolls to it; shows all
    /// fields.
    void showChange(const QString &addressId, qint64 sequenceNum);
    /// Letters that Alt means something else with in this window.
    void setTakenMnemonics(const QString &letters);
    [[nodiscard]] QString usedMnemonics() const;
    /// The folder that this desk writes mails into; empty when it does not.
    void setMailFolder(const QString &folder) { m_model->setMailFolder(folder); }
    void reload();
    /// Reads again and chooses the newest change that can be put back: for after a save of this desk. Other
    /// desks' changes leave the choice alone, so that the button never changes under the pointer.
    void chooseNewest();

    /// Set the chosen change, or its save, back; ask first where values have changed since.
    /// Where they cannot be, that is said.
    void setBackSelected();
    void setSaveBackSelected();
    void selectNext();     ///< The next older change.
    void selectPrevious(); ///< The next newer change.

    [[nodiscard]] QAction *setBackAction() const { return m_setBackAction; }
    [[nodiscard]] QAction *setSaveBackAction() const { return m_setSaveBackAction; }
    [[nodiscard]] QAction *nextAction() const { return m_nextAction; }
    [[nodiscard]] QAction *previousAction() const { return m_previousAction; }
    [[nodiscard]] const HistoryModel &model() const { return *m_model; }
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// In pixels, with the chosen change whole and all that belongs to it.
    [[nodiscard]] int heightForAChange() const;
    /// Enough for a change of any address.
    [[nodiscard]] int usualHeight() const;

signals:
    void reverted(const addressdesk::RevertOutcome &outcome);
    void fieldSetBack(const QString &addressId, const QString &fieldId);
    void busyChanged(bool isBusy);
    /// It can be undone with this button, as long as that is shown.
    void undoOffered(QPushButton *button);
    /// The person wants to print the letter that tells of a save.
    void letterRequested(qint64 mailId);

protected:
    bool event(QEvent *event) override;

private:
    void buildActions();
    void connectModel();
    void connectParts();
    void fillFilter();
    void showState();
    void holdPicture();
    void showFailure(const Error &error);
    void tellReverted(const RevertOutcome &outcome);
    void tellRefused(const RevertOutcome &outcome);
    void openMenu(const QPoint &position);
    void updateBusy();
    void setBackFromAction(bool isWholeSave);

    HistoryModel *m_model;
    HistoryReverter *m_reverter;
    HistoryParts m_parts;
    ChosenChange *m_chosen;
    QAction *m_setBackAction = nullptr;
    QAction *m_setSaveBackAction = nullptr;
    QAction *m_nextAction = nullptr;
    QAction *m_previousAction = nullptr;
    QTimer m_clock;         ///< "5 minutes ago" grows.
    QTimer m_busyIndicator; ///< Told only when it takes a while.
    QTimer m_settling;      ///< The picture of before stays until the new one is there, or for this long.
    QPointer<DeskSession> m_session;
    QString m_filteredAddressId; ///< The last one that was shown.
    QString m_customer;
    Guard m_guard;
    std::optional<Error> m_error;
    bool m_isBusy = false;
    bool m_isUndoing = false; ///< The set-back under way takes an earlier one back.
};

} // namespace addressdesk
