#pragma once

#include "models/domain/MailRecord.h"

#include <QWidget>

class QGridLayout;
class QPushButton;

namespace addressdesk {

/// What can be done with a mail. A button that can do nothing says why.
class MailButtons final : public QWidget
{
    Q_OBJECT

public:
    explicit MailButtons(QWidget *parent = nullptr);

    void setMail(const std::optional<MailRecord> &mail);
    /// Something is being done: one thing after the other.
    void setBusy(bool isBusy);
    void setWritable(bool isWritable);
    [[nodiscard]] QStringList texts() const;
    /// In two rows.
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void actionRequested(addressdesk::MailAction action);
    void letterRequested();
    void addressRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QPushButton *add(const QString &name, const QString &text, const QString &icon);
    [[nodiscard]] QList<QPushButton *> buttons() const;
    [[nodiscard]] int widthOf(int inARow) const;
    void arrange(int inARow);
    void fit();
    void showRetry();
    void showState();
    [[nodiscard]] QString whyNot(MailAction action) const;

    std::optional<MailRecord> m_mail;
    QGridLayout *m_rows = nullptr;
    int m_inARow = 0;
    bool m_isBusy = false;
    bool m_isWritable = true;
    QPushButton *m_retry;
    QPushButton *m_sendAgain;
    QPushButton *m_cancel;
    QPushButton *m_letter;
    QPushButton *m_address;
};

} // namespace addressdesk
