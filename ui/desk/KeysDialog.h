#pragma once

#include <QDialog>

namespace addressdesk {

/// The list of keys: those of the given actions, then those of the grid and the form.
class KeysDialog final : public QDialog
{
    Q_OBJECT

public:
    KeysDialog(const QList<QAction *> &actions, QWidget *parent = nullptr);
};

} // namespace addressdesk
