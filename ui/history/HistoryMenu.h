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
    /// There is a letter that tells of the save.
    void offerLetter();

signals:
    void setBackRequested();
    void setSaveBackRequested();
    void fieldRequested(const QString &fieldId);
    void letterRequested();

private:
    void addCopy(const QString &text, const QVariant &value);

    QAction *m_first = nullptr; ///< What setting back is inserted before.
};

} // namespace addressdesk
