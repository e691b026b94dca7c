#pragma once

#include "models/domain/OfficeDesk.h"
#include "models/domain/SchemaMapping.h"
#include "models/notice/MailContent.h"
#include "ui/letter/LetterSheet.h"

class QIODevice;
class QPainter;
class QPrinter;

namespace addressdesk {

/// The letter that a customer without an e-mail address gets instead of a safety mail: one page to the postal
/// address as it was before the save. Says what the mail says (NoticeContent).
class SafetyLetter final
{
public:
    /// `now` is the date of the letter; its link works for OfficeSettings::linkDays from it. InvalidValue:
    /// OfficeSettings::publicUrl is no address of the web.
    [[nodiscard]] static Result<SafetyLetter> write(const MailLetter &letter, const OfficeSettings &settings,
                                                    const SchemaMapping &mapping, const QDateTime &now);

    [[nodiscard]] const LetterSheet &sheet() const { return m_sheet; }
    [[nodiscard]] const MailContent &content() const { return m_content; }
    [[nodiscard]] bool hasLink() const { return m_content.mainLink.has_value(); }
    /// Recipient and address, line by line, as on the envelope.
    [[nodiscard]] const QStringList &addressLines() const { return m_addressLines; }
    /// All that it says, paragraph by paragraph, for a screen reader.
    [[nodiscard]] QString plainText() const;

    /// Draws the page; the painter's origin is the paper's corner.
    void paint(QPainter &painter, int dotsPerInch) const;
    /// Sets paper, margins and title up.
    void prepare(QPrinter &printer) const;
    /// As a PDF with its fonts. False when the device does not take it.
    [[nodiscard]] bool writePdf(QIODevice &device) const;

private:
    void paintAddress(QPainter &painter) const;
    void paintHead(QPainter &painter) const;
    void paintFolds(QPainter &painter) const;
    [[nodiscard]] QByteArray metadata() const;

    LetterSheet m_sheet;
    MailContent m_content;
    QStringList m_addressLines;
    QString m_date;
};

} // namespace addressdesk
