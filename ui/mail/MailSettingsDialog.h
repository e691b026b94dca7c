#pragma once

#include "models/domain/DeskSession.h"
#include "models/domain/MailService.h"

#include <QDialog>
#include <QPointer>

class QGroupBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace addressdesk {

class CheckedField;
class FoldedMessage;
class MailRouteForm;
class OfficeSettingsForm;

/// What mails say, which belongs to the database, and how they leave this computer, which does not. Closes
/// when both are kept; what was typed stays while they are not.
class MailSettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `service` has to outlive the dialog; it closes itself for good when the session goes.
    MailSettingsDialog(MailService &service, DeskSession &session, QWidget *parent = nullptr);

signals:
    /// A sentence worth telling after the dialog has closed: the keyring did not keep the password.
    void noticeRaised(const QString &sentence);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildOffice();
    void buildRoute();
    void buildTest();
    void buildButtons();
    void fetch();
    void takeSettings(const Result<OfficeSettings> &settings);
    void save();
    void saveRoute();
    void sendTest();
    void tellTested(const Done &done, const QString &recipient);
    void tellFailed(const QString &sentence, const QString &details);
    void setBusy(bool isBusy);
    void showKind();
    [[nodiscard]] bool isSendingByRoute() const;
    /// Says what is wrong where it is wrong, and goes there.
    [[nodiscard]] bool isAllGood();

    MailService &m_service;
    QPointer<DeskSession> m_session;
    std::optional<OfficeSettings> m_stored;
    OfficeSettingsForm *m_officeForm = nullptr;
    QVBoxLayout *m_parts = nullptr; ///< What is typed into, and scrolls where there is little room.
    QGroupBox *m_office = nullptr;
    MailRouteForm *m_routeForm = nullptr; ///< nullptr: this desk does not send.
    QGroupBox *m_route = nullptr;
    QWidget *m_test = nullptr;
    QLineEdit *m_testRecipient = nullptr;
    CheckedField *m_testCheck = nullptr;
    QPushButton *m_testButton = nullptr;
    FoldedMessage *m_message = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace addressdesk
