#pragma once

#include "models/domain/DeskSession.h"
#include "ui/addresses/ConflictCause.h"

#include <QDialog>

class QDialogButtonBox;
class QGridLayout;
class QLabel;
class QPushButton;

namespace addressdesk {

class ConflictRow;

/// Somebody else has changed fields that are being saved: what each was, what it is now, what was typed. The
/// person chooses for each field. Cancelling keeps what was typed, unsaved.
class ConflictDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `who` names the address, for example "Lefèvre, Anna".
    ConflictDialog(const SchemaMapping &mapping, const QString &who, const QList<FieldConflict> &conflicts,
                   const ConflictCause &cause, QWidget *parent = nullptr);

    /// Valid after accept().
    [[nodiscard]] QList<FieldConflict> keptMine() const;
    [[nodiscard]] QList<FieldConflict> takenTheirs() const;

private:
    [[nodiscard]] static QString sentence(const QString &who, int fields, const ConflictCause &cause);
    [[nodiscard]] QDialogButtonBox *makeButtons();
    void buildGrid(const SchemaMapping &mapping, const QList<FieldConflict> &conflicts, QGridLayout *grid);
    void chooseAll(bool isMine);
    void updateButton();

    QList<ConflictRow *> m_rows;
    QPushButton *m_accept = nullptr;
    QLabel *m_hint = nullptr;
};

} // namespace addressdesk
