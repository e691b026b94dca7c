#include "ui/connection/TablesQuestion.h"

#include "models/wording/SchemaWording.h"
#include "models/wording/Sentences.h"
#include "ui/appearance/Appearance.h"
#include "ui/widgets/ScreenFit.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace addressdesk {

TablesQuestion::TablesQuestion(const DatabaseUrl &url, const QList<SchemaStep> &steps, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("tablesQuestion"));
    setWindowTitle(tr("Create tables"));
    setModal(true);
    const Error missing{ErrorCode::SchemaMissing, {}, {}};
    auto *question = new QLabel(
        wording::sentence(missing, &url) + u' ' +
            tr("Create them now? Only what is listed here is added; tables and rows that are there "
               "already stay as they are."),
        this);
    question->setObjectName(QStringLiteral("tablesSentence"));
    question->setTextFormat(Qt::PlainText);
    question->setWordWrap(true);
    auto *list = new QPlainTextEdit(wording::schemaSteps(steps), this);
    list->setObjectName(QStringLiteral("tablesSteps"));
    list->setAccessibleName(tr("What would be created"));
    list->setReadOnly(true);
    list->setTabChangesFocus(true);
    list->setLineWrapMode(QPlainTextEdit::NoWrap);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *create = buttons->addButton(tr("Create &tables"), QDialogButtonBox::AcceptRole);
    create->setObjectName(QStringLiteral("tablesCreate"));
    create->setDefault(true);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("tablesCancel"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(3 * appearance::step);
    layout->addWidget(question);
    layout->addWidget(list, 1);
    layout->addWidget(buttons);
    resize(66 * fontMetrics().averageCharWidth(), 20 * fontMetrics().lineSpacing());
    create->setFocus();
    new ScreenFit(*this);
}

} // namespace addressdesk
