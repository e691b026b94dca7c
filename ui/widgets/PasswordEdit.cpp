#include "ui/widgets/PasswordEdit.h"

#include "ui/appearance/Appearance.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

namespace addressdesk {

PasswordEdit::PasswordEdit(QWidget *parent)
    : QWidget(parent), m_edit(new QLineEdit(this)), m_show(new QToolButton(this))
{
    m_edit->setObjectName(QStringLiteral("passwordEdit"));
    m_edit->setAccessibleName(tr("Password"));
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                                Qt::ImhNoAutoUppercase);
    m_show->setObjectName(QStringLiteral("passwordShow"));
    m_show->setText(tr("Show"));
    m_show->setAccessibleName(tr("Show the password"));
    m_show->setCheckable(true);
    m_show->setFocusPolicy(Qt::TabFocus);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(appearance::step);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_show);
    setFocusProxy(m_edit);
    connect(m_show, &QToolButton::toggled, this, &PasswordEdit::reveal);
    connect(m_edit, &QLineEdit::textEdited, this, &PasswordEdit::passwordEdited);
}

QString PasswordEdit::password() const
{
    return m_edit->text();
}

void PasswordEdit::setPassword(const QString &password)
{
    m_edit->setText(password);
}

void PasswordEdit::selectAll()
{
    m_edit->selectAll();
}

void PasswordEdit::clear()
{
    m_edit->clear();
    m_show->setChecked(false);
}

void PasswordEdit::reveal(bool isShown)
{
    m_edit->setEchoMode(isShown ? QLineEdit::Normal : QLineEdit::Password);
}

} // namespace addressdesk
