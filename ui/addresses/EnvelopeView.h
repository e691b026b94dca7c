#pragma once

#include "models/domain/Address.h"
#include "models/domain/SchemaMapping.h"

#include <QFrame>
#include <QSet>

class QLabel;
class QVBoxLayout;

namespace addressdesk {

/// The selected address as it would stand on an envelope; lines with unsaved edits are marked.
class EnvelopeView final : public QFrame
{
    Q_OBJECT

public:
    explicit EnvelopeView(QWidget *parent = nullptr);

    /// `values` with the edits in place.
    void showAddress(const SchemaMapping &mapping, const Customer &customer, const FieldValues &values,
                     const QSet<QString> &editedFields);
    void clear();
    /// In pixels, of most addresses.
    [[nodiscard]] int usualHeight() const;
    /// The lines as they are shown, for copying.
    [[nodiscard]] QString text() const { return m_text; }

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Line
    {
        QString text;
        bool isEdited = false;
    };

    void showLines();

    QVBoxLayout *m_layout;
    QList<Line> m_shown;
    QList<QLabel *> m_labels;
    bool m_isColouring = false;
    QString m_text;
};

} // namespace addressdesk
