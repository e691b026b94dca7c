#include "ui/letter/SafetyLetter.h"

#include "models/notice/InertText.h"
#include "models/notice/NoticeContent.h"
#include "models/wording/TimeWording.h"
#include "ui/addresses/EnvelopeFormat.h"
#include "ui/letter/LetterBody.h"
#include "ui/letter/LetterFonts.h"

#include <QPainter>
#include <QPdfWriter>
#include <QPrinter>
#include <QXmlStreamWriter>

#include <algorithm>

namespace addressdesk {

namespace {

using letterFonts::unitsPerMillimetre;

const QColor quietInk(0x55, 0x55, 0x55);
const QColor foldInk(0x99, 0x99, 0x99);

QRectF scaled(const QRectF &millimetres)
{
    return {millimetres.topLeft() * unitsPerMillimetre, millimetres.size() * unitsPerMillimetre};
}

OutgoingMail mailOf(const MailLetter &letter)
{
    OutgoingMail mail;
    mail.id = letter.mail.id;
    mail.changeId = letter.mail.changeId;
    mail.notice = letter.mail.notice;
    mail.createdAt = letter.mail.createdAt;
    return mail;
}

QStringList addressOf(const SafetyNotice &notice, const SchemaMapping &mapping)
{
    FieldValues clean = notice.address;
    for (FieldValue &value : clean)
        value = inertText::singleLine(shownText(value));
    QStringList lines{inertText::singleLine(envelope::recipient(notice.customer))};
    const QList<EnvelopeLine> rest = envelope::lines(mapping, clean);
    for (const EnvelopeLine &line : rest)
        lines.append(line.text);
    lines.removeAll(QString());
    return lines;
}

/// The lines with the largest size with which they fit; at the smallest one, each is cut to one line.
std::vector<TextBlock> fittedLines(const QStringList &lines, const QRectF &area)
{
    std::vector<TextBlock> blocks;
    for (const auto &[points, most] :
         {std::pair(11.0, 2), {10.0, 2}, {9.0, 2}, {8.0, 2}, {8.0, 1}, {7.0, 1}}) {
        blocks.clear();
        qreal height = 0;
        bool isCut = false;
        for (const QString &line : lines) {
            blocks.emplace_back(line, TextBlock::Style{letterFonts::text(points), Qt::black, most},
                                area.width());
            height += blocks.back().height();
            isCut = isCut || blocks.back().isCut();
        }
        if (height <= area.height() && (!isCut || points <= 8))
            break;
    }
    return blocks;
}

} // namespace

Result<SafetyLetter> SafetyLetter::write(const MailLetter &letter, const OfficeSettings &settings,
                                         const SchemaMapping &mapping, const QDateTime &now)
{
    const auto urls = RevertUrls::make(settings.publicUrl, letter.saveToken);
    if (!urls)
        return tl::unexpected(urls.error());
    const OutgoingMail mail = mailOf(letter);
    SafetyLetter written;
    written.m_content =
        NoticeContent(mail, settings, mapping, *urls, now, NoticeContent::Medium::Letter).build();
    written.m_sheet = envelope::isInLetterPaperCountry(mapping, mail.notice.address) ? LetterSheet::usLetter()
                                                                                     : LetterSheet::a4();
    written.m_addressLines = addressOf(mail.notice, mapping);
    written.m_date = wording::date(now, written.m_content.language);
    return written;
}

QString SafetyLetter::plainText() const
{
    QStringList texts{m_content.companyName, m_content.companyPhone, m_addressLines.join(u'\n'), m_date,
                      m_content.title,       m_content.greeting};
    texts += m_content.opening;
    for (const MailContent::Fact &fact : m_content.facts)
        texts.append(fact.title + u' ' + fact.value.text);
    for (const MailContent::Change &change : m_content.changes) {
        QStringList line{change.title};
        if (change.before)
            line += {m_content.beforeTitle, change.before->text};
        line += {m_content.afterTitle, change.after.text};
        if (!change.code.isEmpty())
            line += {m_content.codeTitle, change.code};
        texts.append(line.join(u' '));
    }
    if (!m_content.mainCode.isEmpty())
        texts.append(m_content.codeTitle + u' ' + m_content.mainCode);
    texts += m_content.closing;
    texts.append(m_content.footnote);
    texts.removeAll(QString());
    return texts.join(u'\n');
}

void SafetyLetter::paint(QPainter &painter, int dotsPerInch) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(Qt::LeftToRight);
    const qreal factor = dotsPerInch / 25.4 / unitsPerMillimetre;
    painter.scale(factor, factor);
    paintFolds(painter);
    paintHead(painter);
    paintAddress(painter);
    LetterBody::fitted(m_content, scaled(m_sheet.body)).draw(painter);
    painter.restore();
}

void SafetyLetter::paintHead(QPainter &painter) const
{
    const QRectF head = scaled(m_sheet.head);
    TextBlock::Style nameStyle{letterFonts::text(15, true), Qt::black, 2};
    if (m_content.companyName.size() > 50)
        nameStyle.font = letterFonts::text(11, true);
    const TextBlock name(m_content.companyName, nameStyle, head.width());
    name.draw(painter, head.topLeft());
    const TextBlock phone(m_content.companyPhone, {letterFonts::text(9.5), quietInk, 1}, head.width());
    phone.draw(painter, head.topLeft() + QPointF(0, name.height() + unitsPerMillimetre));
    const QRectF date = scaled(m_sheet.date);
    TextBlock(m_date, {letterFonts::text(10.5), Qt::black, 1, Qt::AlignRight}, date.width())
        .draw(painter, date.topLeft());
}

void SafetyLetter::paintAddress(QPainter &painter) const
{
    const QRectF sender = scaled(m_sheet.sender);
    if (!sender.isEmpty() && !m_content.companyName.isEmpty()) {
        const TextBlock line(m_content.companyName, {letterFonts::text(7), quietInk, 1}, sender.width());
        line.draw(painter, sender.topLeft());
        painter.fillRect(QRectF(sender.left(), sender.top() + line.height() + 0.3 * unitsPerMillimetre,
                                sender.width(), 0.12 * unitsPerMillimetre),
                         foldInk);
    }
    const QRectF area = scaled(m_sheet.address);
    QPointF position = area.topLeft();
    for (const TextBlock &line : fittedLines(m_addressLines, area)) {
        if (position.y() + line.height() > area.bottom() + 1)
            break;
        line.draw(painter, position);
        position.ry() += line.height();
    }
}

void SafetyLetter::paintFolds(QPainter &painter) const
{
    for (const qreal fold : m_sheet.folds)
        painter.fillRect(scaled({5, fold, 4, 0.15}), foldInk);
}

void SafetyLetter::prepare(QPrinter &printer) const
{
    printer.setPageLayout(m_sheet.pageLayout());
    printer.setFullPage(true);
    printer.setFontEmbeddingEnabled(true);
    printer.setDocName(m_content.subject);
    printer.setCreator(QStringLiteral("Address Desk"));
}

bool SafetyLetter::writePdf(QIODevice &device) const
{
    QPdfWriter writer(&device);
    writer.setPageLayout(m_sheet.pageLayout());
    writer.setResolution(1200);
    writer.setTitle(m_content.subject);
    writer.setCreator(QStringLiteral("Address Desk"));
    writer.setDocumentXmpMetadata(metadata());
    QPainter painter;
    if (!painter.begin(&writer))
        return false;
    paint(painter, writer.resolution());
    return painter.end();
}

QByteArray SafetyLetter::metadata() const
{
    // Qt writes an author nowhere else.
    const QString rdf = QStringLiteral("http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    const QString dc = QStringLiteral("http://purl.org/dc/elements/1.1/");
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.writeProcessingInstruction(QStringLiteral("xpacket"),
                                   QStringLiteral("begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\""));
    xml.writeNamespace(QStringLiteral("adobe:ns:meta/"), QStringLiteral("x"));
    xml.writeNamespace(rdf, QStringLiteral("rdf"));
    xml.writeNamespace(dc, QStringLiteral("dc"));
    xml.writeStartElement(QStringLiteral("adobe:ns:meta/"), QStringLiteral("xmpmeta"));
    xml.writeStartElement(rdf, QStringLiteral("RDF"));
    xml.writeStartElement(rdf, QStringLiteral("Description"));
    xml.writeAttribute(rdf, QStringLiteral("about"), QString());
    const auto writeList = [&](const QString &name, const QString &list, const QString &text) {
        xml.writeStartElement(dc, name);
        xml.writeStartElement(rdf, list);
        xml.writeStartElement(rdf, QStringLiteral("li"));
        if (list == QLatin1String("Alt"))
            xml.writeAttribute(QStringLiteral("xml:lang"), QStringLiteral("x-default"));
        xml.writeCharacters(text);
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    };
    writeList(QStringLiteral("title"), QStringLiteral("Alt"), m_content.subject);
    writeList(QStringLiteral("creator"), QStringLiteral("Seq"), m_content.companyName);
    writeList(QStringLiteral("language"), QStringLiteral("Bag"), m_content.language.tag());
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeProcessingInstruction(QStringLiteral("xpacket"), QStringLiteral("end=\"w\""));
    return bytes;
}

} // namespace addressdesk
