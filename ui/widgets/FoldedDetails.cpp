#include "ui/widgets/FoldedDetails.h"

#include "ui/appearance/Appearance.h"

#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace addressdesk {

FoldedDetails::FoldedDetails(QWidget *parent)
    : QWidget(parent), m_fold(new QToolButton(this)), m_details(new QPlainTextEdit(this))
{
    m_fold->setObjectName(QStringLiteral("messageFold"));
    m_fold->setText(tr("Details"));
    m_fold->setAccessibleName(tr("Show technical details"));
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setAutoRaise(true);
    m_fold->setCheckable(true);
    m_fold->setFocusPolicy(Qt::StrongFocus);
    m_details->setObjectName(QStringLiteral("messageDetails"));
    m_details->setAccessibleName(tr("Technical details"));
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    m_details->setFixedHeight(5 * fontMetrics().lineSpacing());

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(appearance::step);
    layout->addWidget(m_fold, 0, Qt::AlignLeading);
    layout->addWidget(m_details);
    connect(m_fold, &QToolButton::toggled, this, &FoldedDetails::fold);
    setText({});
}

void FoldedDetails::setText(const QString &details)
{
    if (details != text()) {
        m_details->setPlainText(details);
        m_fold->setChecked(false);
    }
    fold(m_fold->isChecked());
    setVisible(!details.isEmpty());
}

QString FoldedDetails::text() const
{
    return m_details->toPlainText();
}

void FoldedDetails::fold(bool isOpen)
{
    m_fold->setArrowType(isOpen ? Qt::DownArrow : isRightToLeft() ? Qt::LeftArrow : Qt::RightArrow);
    m_details->setVisible(isOpen);
}

} // namespace addressdesk
