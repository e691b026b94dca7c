#pragma once

#include "models/domain/DatabaseUrl.h"
#include "models/domain/SchemaStep.h"

#include <QDialog>

namespace addressdesk {

/// Asks whether to create what a database lacks; says exactly what.
class TablesQuestion final : public QDialog
{
    Q_OBJECT

public:
    /// `steps`: what would be done.
    TablesQuestion(const DatabaseUrl &url, const QList<SchemaStep> &steps, QWidget *parent = nullptr);
};

} // namespace addressdesk
