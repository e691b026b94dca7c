#pragma once

#include <QLineEdit>

namespace addressdesk {

/// Takes a revert code as it is read out, and shows it in capitals and in groups: K7QM-2RTX. What is pasted
/// may have spaces and hyphens wherever it likes.
class CodeEdit final : public QLineEdit
{
    Q_OBJECT

public:
    explicit CodeEdit(QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

private:
    void group();
};

} // namespace addressdesk
