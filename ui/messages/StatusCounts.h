#pragma once

#include "models/domain/MailRecord.h"
#include "models/items/OutboxModel.h"

#include <QWidget>

class QToolButton;

namespace addressdesk {

/// What somebody has to look after, in the status bar: a button for each kind of thing, which leads to it.
/// Hidden where there is none.
class StatusCounts final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusCounts(QWidget *parent = nullptr);

    /// `problem`: why mails cannot be sent; empty when they can.
    void setCounts(const MailCounts &counts, const QString &problem);

    /// As high with counts as without, so that the window keeps its heights.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void outboxRequested(addressdesk::OutboxModel::Filter filter);
    void requestsRequested();

private:
    QToolButton *add(const QString &name, const QString &icon, const QString &hint);
    static void show(QToolButton *button, qint64 count, const QString &text);

    QToolButton *m_problem;
    QToolButton *m_requests;
    QToolButton *m_waiting;
    QToolButton *m_failed;
    QToolButton *m_letters;
};

} // namespace addressdesk
