#include "ui/history/CodeEdit.h"

#include "ui/appearance/Appearance.h"

#include <QFontDatabase>

namespace addressdesk {

namespace {

constexpr qsizetype groupLength = 4;
/// More than a code has, so that nothing of a wrong paste is cut off unseen.
constexpr qsizetype maximumLength = 24;
const QString exampleCode = QStringLiteral("K7QM-2RTX");

QString withoutGaps(const QString &text)
{
    QString code;
    for (const QChar c : text.toUpper()) {
        if (!c.isSpace() && c != u'-')
            code.append(c);
    }
    return code.left(maximumLength);
}

QString grouped(const QString &code)
{
    QString text = code.left(groupLength);
    if (code.size() > groupLength)
        text += u'-' + code.mid(groupLength);
    return text;
}

} // namespace

CodeEdit::CodeEdit(QWidget *parent) : QLineEdit(parent)
{
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font().pointSizeF() * 1.4);
    setFont(fixed);
    setPlaceholderText(exampleCode);
    connect(this, &QLineEdit::textEdited, this, &CodeEdit::group);
}

QSize CodeEdit::sizeHint() const
{
    const int room = fontMetrics().horizontalAdvance(exampleCode + QStringLiteral("WWW"));
    return {room + 4 * appearance::step, QLineEdit::sizeHint().height()};
}

void CodeEdit::group()
{
    const qsizetype before = withoutGaps(text().left(cursorPosition())).size();
    const QString shown = grouped(withoutGaps(text()));
    if (shown == text())
        return;
    setText(shown);
    setCursorPosition(static_cast<int>(before > groupLength ? before + 1 : before));
}

} // namespace addressdesk
