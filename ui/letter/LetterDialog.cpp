#include "ui/letter/LetterDialog.h"

#include "models/domain/Event.h"
#include "models/wording/Sentences.h"
#include "models/wording/TimeWording.h"
#include "ui/appearance/Appearance.h"
#include "ui/widgets/FoldedMessage.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QGraphicsView>
#include <QLabel>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QPrintPreviewWidget>
#include <QPushButton>
#include <QSaveFile>
#include <QScreen>
#include <QShortcut>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace addressdesk {

namespace {

using appearance::step;

QDateTime timeOf(const QString &occurredAt)
{
    Event event;
    event.occurredAt = occurredAt;
    return event.occurredAtTime();
}

} // namespace

LetterDialog::LetterDialog(OfficeDesk &office, const SchemaMapping &mapping, qint64 mailId, QWidget *parent)
    : QDialog(parent), m_office(office), m_mapping(mapping), m_mailId(mailId),
      m_printer(std::make_unique<QPrinter>(QPrinter::HighResolution)), m_message(new FoldedMessage(this)),
      m_hint(new QLabel(this)), m_buttons(new QDialogButtonBox(this))
{
    setObjectName(QStringLiteral("letterDialog"));
    setWindowTitle(tr("Safety letter"));
    buildPreview();
    m_hint->setObjectName(QStringLiteral("letterHint"));
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->hide();
    appearance::makeQuiet(m_hint);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * step, 3 * step, 3 * step, 3 * step);
    layout->setSpacing(2 * step);
    layout->addWidget(m_preview, 1);
    layout->addWidget(m_message);
    layout->addWidget(m_hint);
    buildButtons();
    buildKeys();
    setBusy(true);
    resize(QSize(180 * step, 200 * step).boundedTo(screen()->availableSize() * 9 / 10));
    m_message->say(FoldedMessage::Tone::Neutral, tr("The letter is being fetched…"));
    fetch();
}

LetterDialog::~LetterDialog()
{
    // It draws on the printer.
    delete m_preview;
}

void LetterDialog::buildPreview()
{
    m_preview = new QPrintPreviewWidget(m_printer.get(), this);
    m_preview->setObjectName(QStringLiteral("letterPreview"));
    // What takes the keyboard's focus is the view inside.
    m_page = m_preview->findChild<QGraphicsView *>();
    if (!m_page)
        m_page = m_preview;
    m_preview->setAccessibleName(tr("Preview of the letter"));
    m_page->setAccessibleName(m_preview->accessibleName());
    m_preview->setViewMode(QPrintPreviewWidget::SinglePageView);
    m_preview->setZoomMode(QPrintPreviewWidget::FitInView);
    connect(m_preview, &QPrintPreviewWidget::paintRequested, this, [this](QPrinter *printer) {
        QPainter painter;
        if (m_safetyLetter && painter.begin(printer))
            m_safetyLetter->paint(painter, printer->resolution());
    });
}

void LetterDialog::buildButtons()
{
    m_print = m_buttons->addButton(tr("&Print…"), QDialogButtonBox::ActionRole);
    m_print->setObjectName(QStringLiteral("letterPrint"));
    m_print->setDefault(true);
    m_save = m_buttons->addButton(tr("&Save as PDF…"), QDialogButtonBox::ActionRole);
    m_save->setObjectName(QStringLiteral("letterSave"));
    m_buttons->addButton(QDialogButtonBox::Close)->setObjectName(QStringLiteral("letterClose"));
    layout()->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_print, &QPushButton::clicked, this, &LetterDialog::choosePrinter);
    connect(m_save, &QPushButton::clicked, this, &LetterDialog::chooseFile);
}

void LetterDialog::buildKeys()
{
    const auto bind = [this](const QKeySequence &keys, auto run) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, run);
    };
    bind(QKeySequence::ZoomIn, [this] { m_preview->zoomIn(); });
    bind(QKeySequence::ZoomOut, [this] { m_preview->zoomOut(); });
    bind(QKeySequence(Qt::CTRL | Qt::Key_0), [this] { m_preview->fitInView(); });
    bind(QKeySequence::Print, [this] { m_print->click(); });
    bind(QKeySequence::Save, [this] { m_save->click(); });
}

void LetterDialog::fetch()
{
    m_office.fetchLetter(m_mailId, this, [this](const Result<MailLetter> &letter) {
        if (!letter) {
            refuse(letter.error());
            return;
        }
        m_letter = *letter;
        m_office.fetchSettings(this, [this](const Result<OfficeSettings> &settings) {
            if (settings)
                show(*settings);
            else
                refuse(settings.error());
        });
    });
}

void LetterDialog::show(const OfficeSettings &settings)
{
    auto written = SafetyLetter::write(m_letter, settings, m_mapping, QDateTime::currentDateTimeUtc());
    if (!written) {
        m_message->say(FoldedMessage::Tone::Problem,
                       tr("The address of the links in the settings cannot be used. Please correct it there; "
                          "then the letter can be printed."),
                       wording::technicalDetails(written.error()));
        return;
    }
    m_safetyLetter = std::move(*written);
    m_linkDays = settings.linkDays;
    m_safetyLetter->prepare(*m_printer);
    m_page->setAccessibleDescription(m_safetyLetter->plainText());
    m_preview->updatePreview();
    m_message->clear();
    setBusy(false);
    m_print->setFocus();
    if (m_letter.mail.isLetter())
        m_message->say(FoldedMessage::Tone::Neutral,
                       tr("This letter was marked as printed %1. It has its codes, but no link any more.")
                           .arg(wording::timeInSentence(timeOf(m_letter.mail.finishedAt))));
    else if (m_safetyLetter->addressLines().size() < 2)
        m_message->say(FoldedMessage::Tone::Problem,
                       tr("The address was empty before the change: there is nowhere to send this letter."));
}

void LetterDialog::refuse(const Error &error)
{
    m_message->say(FoldedMessage::Tone::Problem,
                   error.code == ErrorCode::NotFound ? tr("This letter is not in the outbox any more.")
                                                     : wording::sentence(error),
                   wording::technicalDetails(error));
}

void LetterDialog::choosePrinter()
{
    auto *dialog = new QPrintDialog(m_printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Print the safety letter"));
    dialog->setOptions(QAbstractPrintDialog::PrintToFile | QAbstractPrintDialog::PrintShowPageSize);
    connect(dialog, &QDialog::accepted, this, &LetterDialog::print);
    dialog->open();
}

void LetterDialog::print()
{
    // Only this layout fits the window of the envelope, whatever was chosen.
    m_safetyLetter->prepare(*m_printer);
    QPainter painter;
    bool isPrinted = painter.begin(m_printer.get());
    if (isPrinted) {
        m_safetyLetter->paint(painter, m_printer->resolution());
        isPrinted = painter.end() && m_printer->printerState() != QPrinter::Error;
    }
    if (isPrinted)
        offerMark(tr("The letter was handed to the printer."));
    else
        m_message->say(FoldedMessage::Tone::Problem, tr("The printer did not take the letter. Please try "
                                                        "again, choose another one or save it as PDF."));
}

QString LetterDialog::fileName() const
{
    QString name = tr("Letter %1").arg(m_letter.mail.id);
    const Customer &customer = m_letter.mail.notice.customer;
    const QString whole = (shownText(customer.firstName) + u' ' + shownText(customer.lastName)).trimmed();
    QString letters;
    for (const QChar c : whole)
        letters.append(c.isLetterOrNumber() || c == u'-' ? c : QChar(u' '));
    letters = letters.simplified().left(60).trimmed();
    if (!letters.isEmpty())
        name += u' ' + letters;
    return name + QStringLiteral(".pdf");
}

void LetterDialog::chooseFile()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(this, tr("Save the letter as PDF"), folder);
    dialog->setObjectName(QStringLiteral("letterFile"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    //: a kind of file in the list of a file dialog; keep "(*.pdf)"
    dialog->setNameFilter(tr("PDF files (*.pdf)"));
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->selectFile(fileName());
    connect(dialog, &QFileDialog::fileSelected, this, &LetterDialog::save);
    dialog->open();
}

void LetterDialog::save(const QString &fileName)
{
    QSaveFile file(fileName);
    if (file.open(QIODevice::WriteOnly) && m_safetyLetter->writePdf(file) && file.commit()) {
        offerMark(tr("The letter was saved as %1.").arg(wording::quoted(QDir::toNativeSeparators(fileName))));
        return;
    }
    m_message->say(FoldedMessage::Tone::Problem,
                   tr("The letter could not be saved there. Please choose another folder or name."),
                   file.errorString());
}

void LetterDialog::offerMark(const QString &done)
{
    m_message->say(FoldedMessage::Tone::Good, done);
    if (m_letter.mail.state != MailState::NoAddress)
        return;
    m_hint->setText(m_safetyLetter->hasLink()
                        ? tr("When it is ready for the post, mark it as printed: it leaves the list of "
                             "letters that are due, and its link works for %n day(s) from then. The link is "
                             "then wiped here: the letter cannot be printed with its link again.",
                             nullptr, m_linkDays)
                        : tr("When it is ready for the post, mark it as printed: it leaves the list of "
                             "letters that are due."));
    m_hint->show();
    if (!m_mark) {
        // Not made before: a button box shows all that it has.
        m_mark = m_buttons->addButton(tr("&Mark as printed"), QDialogButtonBox::ActionRole);
        m_mark->setObjectName(QStringLiteral("letterMark"));
        connect(m_mark, &QPushButton::clicked, this, &LetterDialog::mark);
    }
    m_mark->setDefault(true);
    m_mark->setFocus();
}

void LetterDialog::mark()
{
    setBusy(true);
    m_office.changeMail(m_mailId, MailAction::MarkPrinted, this, [this](const Result<MailRecord> &mail) {
        if (mail) {
            accept();
            return;
        }
        setBusy(false);
        refuse(mail.error());
    });
}

void LetterDialog::setBusy(bool isBusy)
{
    for (QPushButton *button : {m_print, m_save, m_mark}) {
        if (button)
            button->setEnabled(!isBusy);
    }
}

} // namespace addressdesk
