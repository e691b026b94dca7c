#include "ui/mail/OutboxDelegate.h"

#include "models/items/OutboxModel.h"
#include "ui/appearance/Appearance.h"
#include "ui/appearance/Icons.h"

namespace addressdesk {

namespace {

QString iconName(MailState state)
{
    switch (state) {
    case MailState::Queued:
    case MailState::Sending:
        return QStringLiteral("history");
    case MailState::Sent:
        return QStringLiteral("mail");
    case MailState::Failed:
        return QStringLiteral("warning");
    case MailState::Cancelled:
        return QStringLiteral("discard");
    case MailState::NoAddress:
        return QStringLiteral("envelope");
    }
    Q_UNREACHABLE();
}

} // namespace

void OutboxDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    PlainTextDelegate::initStyleOption(option, index);
    const auto state = static_cast<MailState>(index.data(OutboxModel::StateRole).toInt());
    if (index.column() == OutboxModel::StateColumn) {
        option->icon = icons::icon(iconName(state));
        option->features |= QStyleOptionViewItem::HasDecoration;
    }
    const bool isAlarming =
        index.column() == OutboxModel::StateColumn || index.column() == OutboxModel::ProblemColumn;
    if (state == MailState::Failed && isAlarming)
        option->palette.setColor(QPalette::Text, appearance::problemAccent(option->palette));
}

} // namespace addressdesk
