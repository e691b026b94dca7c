#pragma once

#include "models/domain/MailService.h"
#include "models/items/OutboxModel.h"

#include <QDialog>

class QComboBox;
class QSettings;
class QSplitter;
class QTableView;

namespace addressdesk {

class EmptyState;
class MailActions;
class MailButtons;
class MailPane;
class MessageBar;

/// The mails to customers: what became of each, what it says, and what can be done with it. Stays open beside
/// the window.
class OutboxDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `service` and `settings`, which keep the dialog's size and columns, have to outlive the dialog.
    OutboxDialog(MailService &service, QSettings &settings, QWidget *parent = nullptr);

    void setSession(DeskSession *session);
    void setCounts(const MailCounts &counts);
    void setFilter(OutboxModel::Filter filter);
    [[nodiscard]] const OutboxModel &model() const { return m_model; }
    [[nodiscard]] const MessageBar &messages() const { return *m_messages; }

signals:
    void letterRequested(qint64 mailId);
    void addressRequested(const QString &addressId);
    void settingsRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildFilter();
    void buildTable();
    void arrange();
    void connectParts();
    void showCurrent();
    void leaveFormer();
    void showLoaded();
    void showFailure(const Error &error);
    void showService();
    [[nodiscard]] std::optional<MailRecord> current() const;

    MailService &m_service;
    OutboxModel m_model;
    QPointer<DeskSession> m_session;
    qint64 m_currentId = 0;
    qint64 m_waiting = 0;     ///< Mails.
    QStringList m_fixedTexts; ///< With keys that are always the same.
    QComboBox *m_filter = nullptr;
    QTableView *m_table = nullptr;
    QSplitter *m_splitter = nullptr;
    EmptyState *m_empty = nullptr;
    MailPane *m_pane = nullptr;
    MailButtons *m_buttons = nullptr;
    MessageBar *m_messages = nullptr;
    MailActions *m_actions = nullptr;
};

} // namespace addressdesk
