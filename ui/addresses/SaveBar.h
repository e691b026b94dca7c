#pragma once

#include <QKeySequence>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QStringListModel;

namespace addressdesk {

class ElidedLabel;

/// The bar of unsaved edits: how many, Show, why, Discard, Save. In a narrow window it says less.
class SaveBar final : public QWidget
{
    Q_OBJECT

public:
    explicit SaveBar(QWidget *parent = nullptr);

    /// The key that discards, for the button's tool tip.
    void setDiscardKey(const QKeySequence &key);
    void setCounts(int fields, int addresses);
    /// What may go wrong with what is saved, though it can be; empty for nothing.
    void setWarning(const QString &sentence);
    /// While a save is under way nothing can be pressed.
    void setSaving(bool isSaving);
    [[nodiscard]] QString reason() const;
    void setReason(const QString &reason);
    /// Offered while typing, newest first.
    void setRecentReasons(const QStringList &reasons);
    void focusReason();
    [[nodiscard]] QList<QWidget *> tabStops() const;
    /// The letters with Alt that lead into it.
    [[nodiscard]] QString usedMnemonics() const;
    /// The key of the reason's label, which works only while the bar is shown.
    [[nodiscard]] QKeySequence reasonKey() const;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// The person wants to see the next of the edits.
    void showRequested();
    void saveRequested();
    void discardRequested();
    void reasonChanged(const QString &reason);
    void escaped();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildWidgets();
    void buildReason();
    void buildButtons();
    void arrange();
    void showState();
    void giveWay();
    [[nodiscard]] int neededWidth(bool isBrief) const;
    [[nodiscard]] QString countsText(bool isBrief) const;

    QLabel *m_counts;
    QPushButton *m_show;
    QLabel *m_warningMark;
    ElidedLabel *m_warning;
    QLabel *m_reasonLabel;
    QLineEdit *m_reason;
    QStringListModel *m_recent;
    QPushButton *m_discard;
    QPushButton *m_save;
    int m_fields = 0;
    int m_addresses = 0;
    bool m_isSaving = false;
    bool m_isBrief = false;
};

} // namespace addressdesk
