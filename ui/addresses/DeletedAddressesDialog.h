#pragma once

#include "models/items/DeletedAddressesModel.h"

#include <QDialog>
#include <QTimer>

class QLineEdit;
class QPushButton;
class QTableView;

namespace addressdesk {

class FoldedMessage;

/// The addresses that were deleted, to be found and restored. Stays open beside the window.
class DeletedAddressesDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit DeletedAddressesDialog(QWidget *parent = nullptr);

    void setSession(DeskSession *session);

signals:
    void restoreRequested(const QString &addressId);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void buildTable();
    void restoreCurrent();
    void showState();
    [[nodiscard]] QString hint() const;
    void showFailure(const Error &error);

    DeletedAddressesModel m_model;
    QPointer<DeskSession> m_session;
    QTimer m_pause;
    QLineEdit *m_filter;
    QTableView *m_table;
    FoldedMessage *m_state;
    QPushButton *m_restore;
};

} // namespace addressdesk
