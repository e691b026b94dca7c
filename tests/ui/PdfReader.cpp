#include "tests/ui/PdfReader.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QXmlStreamReader>

#include <algorithm>

namespace addressdesk {

namespace {

constexpr double millimetresPerPoint = 25.4 / 72;

QString captured(const QString &text, const QString &pattern, int group = 1)
{
    return QRegularExpression(pattern, QRegularExpression::MultilineOption).match(text).captured(group);
}

} // namespace

bool PdfReader::isAvailable()
{
    const QStringList programs{QStringLiteral("pdfinfo"), QStringLiteral("pdffonts"),
                               QStringLiteral("pdftotext"), QStringLiteral("pdftoppm"),
                               QStringLiteral("zbarimg")};
    return std::none_of(programs.cbegin(), programs.cend(), [](const QString &program) {
        return QStandardPaths::findExecutable(program).isEmpty();
    });
}

PdfReader::PdfReader(const QByteArray &pdf) : m_file(m_folder.filePath(QStringLiteral("letter.pdf")))
{
    QFile file(m_file);
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
        qFatal("The PDF could not be stored.");
}

QString PdfReader::run(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(program, arguments);
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput());
}

int PdfReader::pages() const
{
    return captured(run(QStringLiteral("pdfinfo"), {m_file}), QStringLiteral("^Pages:\\s+(\\d+)")).toInt();
}

QSizeF PdfReader::paper() const
{
    const QString info = run(QStringLiteral("pdfinfo"), {m_file});
    const QString pattern = QStringLiteral("^Page size:\\s+([\\d.]+) x ([\\d.]+)");
    return QSizeF(captured(info, pattern, 1).toDouble(), captured(info, pattern, 2).toDouble()) *
           millimetresPerPoint;
}

QString PdfReader::title() const
{
    return captured(run(QStringLiteral("pdfinfo"), {m_file}), QStringLiteral("^Title:\\s+(.*)$"));
}

QString PdfReader::metadata() const
{
    return run(QStringLiteral("pdfinfo"), {QStringLiteral("-meta"), m_file});
}

bool PdfReader::hasAllFonts() const
{
    const QStringList lines =
        run(QStringLiteral("pdffonts"), {m_file}).split(u'\n', Qt::SkipEmptyParts).mid(2);
    const QRegularExpression embedded(QStringLiteral("\\s+yes\\s+(yes|no)\\s+(yes|no)\\s+\\d+\\s+\\d+$"));
    return !lines.isEmpty() && lines.filter(embedded).size() == lines.size();
}

QString PdfReader::text() const
{
    // Some fonts join letters; poppler gives the joined ones.
    return run(QStringLiteral("pdftotext"), {m_file, QStringLiteral("-")})
        .replace(QChar(0xFB00), QStringLiteral("ff"))
        .replace(QChar(0xFB01), QStringLiteral("fi"))
        .replace(QChar(0xFB02), QStringLiteral("fl"))
        .simplified();
}

QList<PdfReader::Word> PdfReader::words() const
{
    QList<Word> words;
    QXmlStreamReader xml(
        run(QStringLiteral("pdftotext"), {QStringLiteral("-bbox"), m_file, QStringLiteral("-")}));
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() != QLatin1String("word"))
            continue;
        const auto number = [&xml](const char *name) {
            return xml.attributes().value(QLatin1String(name)).toDouble() * millimetresPerPoint;
        };
        const QRectF box(QPointF(number("xMin"), number("yMin")), QPointF(number("xMax"), number("yMax")));
        words.append({xml.readElementText(), box});
    }
    return words;
}

QString PdfReader::textWithin(const QRectF &area) const
{
    QStringList found;
    const QList<Word> all = words();
    for (const Word &word : all) {
        if (word.box.intersects(area))
            found.append(word.text);
    }
    return found.join(u' ');
}

QString PdfReader::codes() const
{
    (void)run(QStringLiteral("pdftoppm"),
              {QStringLiteral("-r"), QStringLiteral("200"), QStringLiteral("-png"),
               QStringLiteral("-singlefile"), m_file, QStringLiteral("page")});
    return run(QStringLiteral("zbarimg"),
               {QStringLiteral("-q"), QStringLiteral("--raw"), QStringLiteral("page.png")})
        .trimmed();
}

} // namespace addressdesk
