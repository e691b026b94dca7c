#include "ui/connection/PasswordDialog.h"

#include "ui/appearance/Appearance.h"
#include "ui/widgets/PasswordEdit.h"
#include "ui/widgets/ScreenFit.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace addressdesk {

PasswordDialog::PasswordDialog(const Question &question, QWidget *parent)
    : QDialog(parent), m_password(new PasswordEdit(this)),
      m_remember(new QCheckBox(tr("&Remember in the keyring"), this))
{
    setObjectName(QStringLiteral("passwordDialog"));
    setWindowTitle(tr("Password"));
    setModal(true);
    auto *why = new QLabel(question.sentence, this);
    why->setTextFormat(Qt::PlainText);
    why->setWordWrap(true);
    why->setObjectName(QStringLiteral("passwordWhy"));
    auto *user = new QLabel(question.user, this);
    user->setTextFormat(Qt::PlainText);
    m_remember->setObjectName(QStringLiteral("passwordRemember"));
    m_remember->setAccessibleName(tr("Remember in the keyring"));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)
        ->setText(question.button.isEmpty() ? tr("&Connect") : question.button);
    buttons->button(QDialogButtonBox::Ok)->setObjectName(QStringLiteral("passwordConnect"));
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("passwordCancel"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QFormLayout(this);
    layout->setVerticalSpacing(2 * appearance::step);
    layout->addRow(why);
    layout->addRow(tr("User:"), user);
    layout->addRow(tr("&Password:"), m_password);
    if (question.offersKeyring)
        layout->addRow(QString(), m_remember);
    else
        m_remember->hide();
    layout->addRow(buttons);
    // The sentence takes the lines that it needs at this width.
    const int width = std::max(60 * fontMetrics().averageCharWidth(), minimumSizeHint().width());
    setFixedWidth(width);
    resize(width, layout->totalHeightForWidth(width));
    m_password->setFocus();
    new ScreenFit(*this);
}

QString PasswordDialog::password() const
{
    return m_password->password();
}

bool PasswordDialog::isToBeRemembered() const
{
    return m_remember->isChecked();
}

} // namespace addressdesk
