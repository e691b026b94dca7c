#pragma once

#include "models/domain/DatabaseUrl.h"

#include <QDialog>

namespace addressdesk {

/// Asks whether to create what a database lacks; says exactly what.
class TablesQuestion final : public QDialog
{
    Q_OBJECT

public:
    /// `steps`: what would be done, a line each.
    TablesQuestion(const DatabaseUrl &url, const QStringList &steps, QWidget *parent = nullptr);
};

} // namespace addressdesk
