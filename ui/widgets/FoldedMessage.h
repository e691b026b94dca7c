#pragma once

#include <QWidget>

class QLabel;

namespace addressdesk {

class FoldedDetails;

/// A sentence with technical words that fold out below it. Invisible while it has nothing to say.
class FoldedMessage final : public QWidget
{
    Q_OBJECT

public:
    /// What is quiet is a hint, which nobody is told aloud.
    enum class Tone { Good, Neutral, Problem, Quiet };

    explicit FoldedMessage(QWidget *parent = nullptr);

    void say(Tone tone, const QString &sentence, const QString &details = {});
    void clear();
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString details() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyTone();

    Tone m_tone = Tone::Neutral;
    QLabel *m_sentence;
    FoldedDetails *m_details;
};

} // namespace addressdesk
