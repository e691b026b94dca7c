#pragma once

#include <QWidget>

class QPlainTextEdit;
class QToolButton;

namespace addressdesk {

/// Technical words that fold out below the sentence that they belong to. Invisible while there are none.
class FoldedDetails final : public QWidget
{
    Q_OBJECT

public:
    explicit FoldedDetails(QWidget *parent = nullptr);

    /// Other details than before are folded away.
    void setText(const QString &details);
    [[nodiscard]] QString text() const;

private:
    void fold(bool isOpen);

    QToolButton *m_fold;
    QPlainTextEdit *m_details;
};

} // namespace addressdesk
