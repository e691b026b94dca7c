#pragma once

#include "models/domain/DeskSession.h"
#include "models/items/LatestAnswer.h"

#include <QDialog>
#include <QTimer>

class QPushButton;
class QScrollArea;

namespace addressdesk {

class CodeEdit;
class CodeMatchView;
class HistoryReverter;
class FoldedMessage;

/// Puts back what a customer has the code of: the operator types it as it is read out, sees what it stands
/// for and sets it back. Enter finds, Enter again sets back.
class RedeemCodeDialog final : public QDialog
{
    Q_OBJECT

public:
    /// The session has to outlive the dialog.
    explicit RedeemCodeDialog(DeskSession &session, QWidget *parent = nullptr);
    ~RedeemCodeDialog() override;

signals:
    /// Something was put back at this address, or the person wants to look at it.
    void addressRequested(const QString &addressId);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Stage { Typing, Finding, Found, SettingBack, Ended };

    void build();
    void find();
    void takeMatch(const Result<CodeMatch> &match);
    void showMatch(const CodeMatch &match);
    void expectAnotherCode();
    void setBack(const CodeMatchView &match);
    void tellReverted(CodeMatchView &match, const RevertOutcome &outcome);
    void tellRefused(const RevertOutcome &outcome);
    void tellFailure(const Error &error);
    void forgetMatch();
    /// Found is entered by showFound().
    void setStage(Stage stage);
    void showFound(const CodeMatchView &match);
    void makeDefault(QPushButton *button);
    void fitToContents();

    DeskSession &m_session;
    HistoryReverter *m_reverter;
    Stage m_stage = Stage::Typing;
    CodeEdit *m_code;
    QPushButton *m_find;
    QScrollArea *m_scroller;
    FoldedMessage *m_state;
    QPushButton *m_goTo;
    QPushButton *m_setBack;
    QPushButton *m_close;
    QTimer m_busyDelay;
    QString m_addressId;
    QString m_found; ///< The code that the match belongs to.
    OfficeDesk::RequestId m_request = 0;
    LatestAnswer m_latest;
};

} // namespace addressdesk
