#pragma once

#include <QByteArray>
#include <QList>
#include <QRectF>
#include <QString>
#include <QTemporaryDir>

namespace addressdesk {

/// A PDF as other programs read it: poppler's tools and zbar.
class PdfReader final
{
public:
    struct Word
    {
        QString text;
        QRectF box; ///< Millimetres from the paper's upper left corner.
    };

    /// Whether the tools are installed.
    [[nodiscard]] static bool isAvailable();

    explicit PdfReader(const QByteArray &pdf);

    [[nodiscard]] int pages() const;
    [[nodiscard]] QSizeF paper() const; ///< Millimetres.
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString metadata() const;
    [[nodiscard]] bool hasAllFonts() const;
    /// All text, every run of white space as one space.
    [[nodiscard]] QString text() const;
    [[nodiscard]] QList<Word> words() const;
    /// The words that touch an area, joined by spaces.
    [[nodiscard]] QString textWithin(const QRectF &area) const;
    /// What the QR codes on the printed page say, one a line.
    [[nodiscard]] QString codes() const;

private:
    [[nodiscard]] QString run(const QString &program, const QStringList &arguments) const;

    QTemporaryDir m_folder;
    QString m_file;
};

} // namespace addressdesk
