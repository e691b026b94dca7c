#pragma once

#include <QCoreApplication>
#include <QString>

namespace addressdesk {

/// The program's own sentences, translated, and texts made fit for a terminal.
class CtlText final
{
    Q_DECLARE_TR_FUNCTIONS(CtlText)

public:
    /// The text with every character shown that a terminal would obey instead: control characters and the
    /// explicit bidirectional controls become "\u{1B}". Without the wording's isolates.
    [[nodiscard]] static QString visible(const QString &text);

    /// The text without the Unicode isolates that the wording puts around quoted values: for the window they
    /// keep writing directions apart, in a terminal or a script they would be in the way.
    [[nodiscard]] static QString withoutIsolates(QString text);

    /// Columns that the text fills in a terminal; combining marks none, wide East Asian characters two.
    [[nodiscard]] static int width(const QString &text);

    /// Rows with their cells aligned below each other, two spaces apart. Cells are made visible.
    [[nodiscard]] static QStringList aligned(const QList<QStringList> &rows);
};

} // namespace addressdesk
