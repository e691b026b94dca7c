#pragma once

#include <QMenu>

class QModelIndex;

namespace addressdesk {

/// The context menu of a row of the history. Deletes itself when it closes.
class HistoryMenu final : public QMenu
{
    Q_OBJECT

public:
    HistoryMenu(const QModelIndex &index, QWidget *parent);

    void offerSetBack(bool canSetBack, bool canSetSaveBack);
    /// The history shows one field only.
    void offerAllFields();
    /// There is a letter that tells of the save.
    void offerLetter();

signals:
    void setBackRequested();
    void setSaveBackRequested();
    /// An empty id: all fields.
    void fieldRequested(const QString &fieldId);
    void letterRequested();

private:
    void addCopy(const QString &text, const QVariant &value);

    QAction *m_first = nullptr;     ///< What setting back is inserted before.
    QAction *m_onlyField = nullptr; ///< nullptr where the row is of no single field.
};

} // namespace addressdesk
