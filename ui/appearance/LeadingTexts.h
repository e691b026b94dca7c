#pragma once

#include <QObject>

class QCoreApplication;

namespace addressdesk {

/// Labels and fields begin at the leading edge of a window that runs from right to left, whatever language
/// they show: Qt aligns each by the direction of its own text, which they keep. Does nothing in other
/// windows. Lives as long as the application does.
class LeadingTexts final : public QObject
{
    Q_OBJECT

public:
    explicit LeadingTexts(QCoreApplication &application);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace addressdesk
