#pragma once

#include <QObject>

class QLabel;

namespace addressdesk {

/// Keeps a label in the colour of second-rank text, also when the palette changes. Owned by the label.
class QuietText final : public QObject
{
    Q_OBJECT

public:
    explicit QuietText(QLabel *label);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();

    QLabel *m_label;
    bool m_isApplying = false;
};

} // namespace addressdesk
