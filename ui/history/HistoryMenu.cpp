#include "ui/history/HistoryMenu.h"

#include "models/items/HistoryModel.h"
#include "ui/appearance/Icons.h"

#include <QClipboard>
#include <QGuiApplication>

namespace addressdesk {

HistoryMenu::HistoryMenu(const QModelIndex &index, QWidget *parent) : QMenu(parent)
{
    setObjectName(QStringLiteral("historyContextMenu"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_first = addSeparator();
    addCopy(tr("Copy the &old value"), index.data(HistoryModel::FromRole));
    addCopy(tr("Copy the &new value"), index.data(HistoryModel::ToRole));
    addCopy(tr("Copy the &sentence"), index.data(Qt::DisplayRole));
    const QString field = index.data(HistoryModel::FieldRole).toString();
    if (!field.isEmpty()) {
        addSeparator();
        m_onlyField = addAction(tr("Only the history of this &field"));
        connect(m_onlyField, &QAction::triggered, this, [this, field] { emit fieldRequested(field); });
    }
}

void HistoryMenu::offerSetBack(bool canSetBack, bool canSetSaveBack)
{
    auto *one = new QAction(icons::icon(QStringLiteral("set-back")), tr("Set &back"), this);
    one->setEnabled(canSetBack);
    connect(one, &QAction::triggered, this, &HistoryMenu::setBackRequested);
    auto *save = new QAction(tr("Set this save b&ack"), this);
    save->setEnabled(canSetSaveBack);
    connect(save, &QAction::triggered, this, &HistoryMenu::setSaveBackRequested);
    insertActions(m_first, {one, save});
}

void HistoryMenu::offerLetter()
{
    auto *letter = new QAction(icons::icon(QStringLiteral("envelope")), tr("&Print letter…"), this);
    letter->setObjectName(QStringLiteral("historyLetter"));
    connect(letter, &QAction::triggered, this, &HistoryMenu::letterRequested);
    insertAction(m_first, letter);
}

void HistoryMenu::offerAllFields()
{
    auto *all = new QAction(tr("Show a&ll fields"), this);
    all->setObjectName(QStringLiteral("historyAllFields"));
    connect(all, &QAction::triggered, this, [this] { emit fieldRequested({}); });
    insertAction(m_onlyField, all);
    if (m_onlyField)
        m_onlyField->setVisible(false);
}

void HistoryMenu::addCopy(const QString &text, const QVariant &value)
{
    if (!value.isValid())
        return;
    connect(addAction(text), &QAction::triggered, this,
            [value] { QGuiApplication::clipboard()->setText(value.toString()); });
}

} // namespace addressdesk
