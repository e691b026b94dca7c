#pragma once

#include "models/domain/SaveRequest.h"

#include <QObject>

class QButtonGroup;
class QGridLayout;

namespace addressdesk {

class ValueChoice;

/// One field of a conflict: what it was, what it is now, what was typed, and the choice between the latter
/// two.
class ConflictRow final : public QObject
{
    Q_OBJECT

public:
    enum class Choice { None, Mine, Theirs };

    /// Adds its widgets to a row of `grid`; owned by `parent`, a widget.
    ConflictRow(const FieldConflict &conflict, const QString &title, QGridLayout *grid, int row,
                QWidget *parent);

    [[nodiscard]] const FieldConflict &conflict() const { return m_conflict; }
    [[nodiscard]] Choice choice() const;
    void choose(Choice choice);
    void focus();

signals:
    void chosen();

private:
    FieldConflict m_conflict;
    QButtonGroup *m_group;
    ValueChoice *m_theirs;
    ValueChoice *m_mine;
};

} // namespace addressdesk
