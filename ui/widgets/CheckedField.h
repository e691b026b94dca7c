#pragma once

#include <QWidget>

class QLabel;

class QFormLayout;

namespace addressdesk {

/// A field of a form with room below it to say what is wrong with what was typed. Takes no more room than
/// the field while nothing is.
class CheckedField final : public QWidget
{
    Q_OBJECT

public:
    /// Becomes the parent of `field`; has its focus.
    explicit CheckedField(QWidget *field, QWidget *parent = nullptr);

    /// A row of its own, whose label's key leads to the field.
    void addTo(QFormLayout &rows, const QString &label);

    /// An empty sentence takes the problem away.
    void setProblem(const QString &sentence);
    [[nodiscard]] QString problem() const { return m_problem; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void colour();

    QWidget *m_field;
    QLabel *m_label;
    QString m_problem;
    QString m_description; ///< Of the field, for screen readers, while nothing is wrong.
};

} // namespace addressdesk
