#include "ui/letter/LetterSheet.h"

namespace addressdesk {

LetterSheet LetterSheet::a4()
{
    LetterSheet sheet;
    sheet.paper = QPageSize::A4;
    sheet.size = {210, 297};
    sheet.window = {20, 45, 90, 45};
    sheet.sender = {25, 56, 78, 5};
    sheet.address = {25, 62.7, 78, 27.3};
    sheet.head = {25, 15, 165, 26};
    sheet.date = {125, 62.7, 65, 6};
    sheet.body = {25, 98.5, 165, 182.5};
    sheet.folds = {105, 210};
    return sheet;
}

LetterSheet LetterSheet::usLetter()
{
    // The window is 4 1/2" × 1 1/8", 7/8" from the left and 1/2" from the lower edge of an envelope 4 1/8"
    // high; the folded letter, a third of 11", lies on that edge.
    LetterSheet sheet;
    sheet.paper = QPageSize::Letter;
    sheet.size = {215.9, 279.4};
    sheet.window = {22.2, 51.8, 114.3, 28.6};
    sheet.address = {25.4, 54.5, 104, 23.5};
    sheet.head = {25.4, 15, 165.1, 26};
    sheet.date = {146, 54.5, 44.5, 6};
    sheet.body = {25.4, 97, 165.1, 168};
    sheet.folds = {93.1, 186.3};
    return sheet;
}

QPageLayout LetterSheet::pageLayout() const
{
    QPageLayout layout(QPageSize(paper), QPageLayout::Portrait, QMarginsF(), QPageLayout::Millimeter);
    layout.setMode(QPageLayout::FullPageMode);
    return layout;
}

} // namespace addressdesk
