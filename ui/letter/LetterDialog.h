#pragma once

#include "models/domain/OfficeDesk.h"
#include "models/domain/SchemaMapping.h"
#include "ui/letter/SafetyLetter.h"

#include <QDialog>

#include <memory>
#include <optional>

class QDialogButtonBox;
class QLabel;
class QPrintPreviewWidget;
class QPushButton;

namespace addressdesk {

class FoldedMessage;

/// The safety letter of one mail without an e-mail address: shows it as it will be printed, prints it or
/// saves it as PDF, and then offers to mark it as printed, which wipes the secret of its link. Fetches all
/// that by itself; whoever opens it hears of the mark by OfficeDesk::officeChanged().
class LetterDialog final : public QDialog
{
    Q_OBJECT

public:
    LetterDialog(OfficeDesk &office, const SchemaMapping &mapping, qint64 mailId, QWidget *parent = nullptr);
    ~LetterDialog() override;

private:
    void buildPreview();
    void buildButtons();
    void buildKeys();
    void fetch();
    void show(const OfficeSettings &settings);
    void refuse(const Error &error);
    void choosePrinter();
    void print();
    void chooseFile();
    void save(const QString &fileName);
    void offerMark(const QString &done);
    void mark();
    void setBusy(bool isBusy);
    [[nodiscard]] QString fileName() const;

    OfficeDesk &m_office;
    SchemaMapping m_mapping;
    qint64 m_mailId;
    int m_linkDays = OfficeSettings::defaultLinkDays;
    MailLetter m_letter;
    std::optional<SafetyLetter> m_safetyLetter;
    std::unique_ptr<QPrinter> m_printer;
    QPrintPreviewWidget *m_preview = nullptr;
    QWidget *m_page = nullptr; ///< The part of the preview that a screen reader meets.
    FoldedMessage *m_message;
    QLabel *m_hint;
    QDialogButtonBox *m_buttons;
    QPushButton *m_print = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_mark = nullptr; ///< None before there is something to mark.
};

} // namespace addressdesk
