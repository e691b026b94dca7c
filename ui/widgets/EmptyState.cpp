#include "ui/widgets/EmptyState.h"

#include "ui/appearance/Appearance.h"
#include "ui/appearance/Icons.h"
#include "ui/widgets/Mnemonics.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace addressdesk {

using appearance::step;

EmptyState::EmptyState(QWidget *covered)
    : QWidget(covered), m_icon(new QLabel(this)), m_sentence(new QLabel(this)),
      m_action(new QPushButton(this))
{
    setObjectName(QStringLiteral("emptyState"));
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(3 * step);
    layout->addStretch(2);
    m_icon->setAlignment(Qt::AlignCenter);
    m_sentence->setObjectName(QStringLiteral("emptySentence"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignCenter);
    appearance::makeQuiet(m_sentence);
    m_action->setObjectName(QStringLiteral("emptyAction"));
    layout->addWidget(m_icon, 0, Qt::AlignCenter);
    layout->addWidget(m_sentence); // Not aligned in its cell: a label that wraps would lose its second line.
    layout->addWidget(m_action, 0, Qt::AlignCenter);
    layout->addStretch(3);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);
    covered->installEventFilter(this);
    place();
    hide();
}

void EmptyState::tell(const QString &iconName, const QString &sentence, const QString &actionText)
{
    m_iconName = iconName;
    drawIcon();
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
    m_action->setText(actionText);
    m_action->setAccessibleName(mnemonics::stripped(actionText));
    m_action->setVisible(!actionText.isEmpty());
    place();
    show();
    raise();
}

/// Lines stay short enough to be read at a glance, however wide the window is.
void EmptyState::place()
{
    constexpr int widestLine = 120 * step;
    setGeometry(parentWidget()->rect());
    const int side = std::max(2 * step, (width() - widestLine) / 2);
    layout()->setContentsMargins(side, 0, side, 0);
}

void EmptyState::drawIcon()
{
    m_icon->setPixmap(
        icons::icon(m_iconName).pixmap(QSize(12 * step, 12 * step), devicePixelRatioF(), QIcon::Disabled));
}

QString EmptyState::sentence() const
{
    return isHidden() ? QString() : m_sentence->text();
}

bool EmptyState::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_iconName.isEmpty())
        drawIcon();
}

} // namespace addressdesk
