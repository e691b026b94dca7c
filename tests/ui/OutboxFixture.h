#pragma once

#include "tests/items/MailRecords.h"
#include "tests/support/FakeDeskSession.h"
#include "tests/support/FakeMailService.h"
#include "ui/mail/OutboxDialog.h"
#include "ui/messages/MessageBar.h"
#include "ui/widgets/Mnemonics.h"

#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace addressdesk {

/// The outbox over mails in memory.
struct Outbox
{
    FakeDeskSession session;
    FakeMailService service;
    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    std::unique_ptr<OutboxDialog> dialog;

    explicit Outbox(const QList<MailRecord> &mails = mails::everyState())
    {
        service.keptRoute.kind = MailRoute::Kind::Smtp;
        session.office().mails = mails;
        open();
    }
    void open()
    {
        dialog = std::make_unique<OutboxDialog>(service, settings);
        dialog->setSession(&session);
        dialog->show();
        QTRY_VERIFY(dialog->model().isLoaded());
    }
    /// The sender has done something.
    void change(qint64 mailId, const std::function<void(MailRecord &)> &work)
    {
        for (MailRecord &mail : session.office().mails) {
            if (mail.id == mailId)
                work(mail);
        }
        emit session.office().officeChanged();
    }
    template<typename T = QPushButton> [[nodiscard]] T *child(const char *name) const
    {
        return dialog->findChild<T *>(QLatin1String(name));
    }
    [[nodiscard]] QTableView *table() const { return child<QTableView>("outboxTable"); }
    [[nodiscard]] QString messages() const { return dialog->messages().texts().join(u'\n'); }
    /// The title of the button that has the focus.
    [[nodiscard]] QString focusedText() const
    {
        const auto *button = qobject_cast<QAbstractButton *>(dialog->focusWidget());
        return button ? mnemonics::stripped(button->text()) : QStringLiteral("no button");
    }
    void choose(qint64 mailId) const
    {
        table()->setCurrentIndex(dialog->model().index(dialog->model().rowOf(mailId), 0));
    }
    void answerMessage(const char *topic, const char *button) const
    {
        // The last: those before it are on their way out.
        const QList<QWidget *> frames = dialog->findChildren<QWidget *>(QLatin1String(topic));
        QVERIFY(!frames.isEmpty());
        const QList<QPushButton *> buttons = frames.last()->findChildren<QPushButton *>();
        for (QPushButton *candidate : buttons) {
            if (mnemonics::stripped(candidate->text()) == QString::fromUtf8(button)) {
                candidate->click();
                return;
            }
        }
        QFAIL("there is no such button");
    }
    [[nodiscard]] MailState stateOf(qint64 mailId)
    {
        for (const MailRecord &mail : std::as_const(session.office().mails)) {
            if (mail.id == mailId)
                return mail.state;
        }
        return MailState::Failed;
    }
};

} // namespace addressdesk
