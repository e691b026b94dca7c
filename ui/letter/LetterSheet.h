#pragma once

#include <QList>
#include <QPageLayout>
#include <QRectF>

namespace addressdesk {

/// Where things stand on a letter so that it fits a window envelope once it is folded. Millimetres from the
/// paper's upper left corner.
struct LetterSheet
{
    QPageSize::PageSizeId paper = QPageSize::A4;
    QSizeF size;
    QRectF window;  ///< What an envelope shows: nothing but the sender and the address may stand in it.
    QRectF address; ///< The lines of the address, within the window however the letter slips.
    QRectF sender;  ///< One small line above the address; empty where envelopes have the sender printed.
    QRectF head;    ///< The company.
    QRectF date;
    QRectF body; ///< All else, down to the lower margin.
    QList<qreal> folds;

    /// A4 by DIN 5008 form B, for envelopes DL and C6/5 with the window at the left.
    [[nodiscard]] static LetterSheet a4();
    /// Letter paper, for envelopes US #10 with the window at the left.
    [[nodiscard]] static LetterSheet usLetter();

    /// Without margins: what is drawn begins at the paper's corner.
    [[nodiscard]] QPageLayout pageLayout() const;
};

} // namespace addressdesk
