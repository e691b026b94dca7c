#pragma once

#include "models/domain/MailService.h"
#include "models/items/LatestAnswer.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedLayout;
class QTabWidget;

namespace addressdesk {

class MailBrowser;

/// One mail as the customer reads it, with what became of it on top.
class MailPane final : public QWidget
{
    Q_OBJECT

public:
    /// `service` has to outlive the pane.
    explicit MailPane(MailService &service, QWidget *parent = nullptr);

    /// Where Tab leads to last.
    [[nodiscard]] QWidget *lastTabStop() const;
    /// The titles of the ways to read a mail, with their keys.
    [[nodiscard]] QStringList tabTitles() const;
    /// std::nullopt: none. A mail that is shown already keeps its place in the text.
    void showMail(const std::optional<MailRecord> &mail);

private:
    void buildHead();
    void buildTabs();
    void showHead();
    void fetchPreview();
    void showPreview(const Result<MailPreview> &preview);
    void showFile(const QString &file);

    MailService &m_service;
    std::optional<MailRecord> m_mail;
    LatestAnswer m_latest;
    QStackedLayout *m_pages = nullptr;
    QWidget *m_shown = nullptr;
    QLabel *m_subject = nullptr;
    QLabel *m_recipient = nullptr;
    QLabel *m_state = nullptr;
    QPushButton *m_showFile = nullptr; ///< Where the mail became a file.
    QString m_file;
    QLabel *m_note = nullptr;
    QTabWidget *m_tabs = nullptr;
    MailBrowser *m_html = nullptr;
    QPlainTextEdit *m_text = nullptr;
};

} // namespace addressdesk
