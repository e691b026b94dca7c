#pragma once

#include <QDialog>

namespace addressdesk {

/// The program, its version and the licences of its parts.
class AboutDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent = nullptr);
};

} // namespace addressdesk
