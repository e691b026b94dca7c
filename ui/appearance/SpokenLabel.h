#pragma once

#include <QLabel>

namespace addressdesk {

/// A sentence about how something went: coloured by whether it went well, and told to screen readers. Takes
/// no room when empty.
class SpokenLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit SpokenLabel(QWidget *parent = nullptr);

    /// `details` are technical and go into the tooltip.
    void say(const QString &sentence, bool isProblem, const QString &details = {});
};

} // namespace addressdesk
