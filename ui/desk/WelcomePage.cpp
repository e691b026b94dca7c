#include "ui/desk/WelcomePage.h"

#include "ui/appearance/Appearance.h"
#include "ui/appearance/Icons.h"

#include <QCommandLinkButton>
#include <QLabel>
#include <QVBoxLayout>

namespace addressdesk {

using appearance::step;

WelcomePage::WelcomePage(QWidget *parent) : QWidget(parent), m_ways(new QWidget(this))
{
    setObjectName(QStringLiteral("welcome"));
    setAccessibleName(tr("Welcome"));
    auto *outer = new QVBoxLayout(this);
    outer->addStretch(2);
    outer->addWidget(m_ways, 0, Qt::AlignCenter);
    outer->addStretch(3);

    auto *layout = new QVBoxLayout(m_ways);
    layout->setSpacing(2 * step);
    auto *icon = new QLabel(m_ways);
    icon->setPixmap(icons::applicationIcon().pixmap(16 * step, 16 * step));
    layout->addWidget(icon);
    auto *title = new QLabel(tr("Address Desk"), m_ways);
    title->setFont(appearance::bold(appearance::scaled(font(), 1.8)));
    layout->addWidget(title);
    auto *sentence = new QLabel(
        tr("Correct customers' addresses. Every change stays in the history and can be set back."), m_ways);
    sentence->setWordWrap(true);
    appearance::makeQuiet(sentence);
    layout->addWidget(sentence);
    layout->addSpacing(2 * step);
    m_ways->setMinimumWidth(110 * step);

    connect(addWay(layout, QStringLiteral("welcomeSample"), QStringLiteral("customer"), tr("Try the sample"),
                   tr("Made-up customers in real towns, on this computer")),
            &QCommandLinkButton::clicked, this, &WelcomePage::sampleRequested);
    connect(addWay(layout, QStringLiteral("welcomeOpen"), QStringLiteral("database"), tr("Open a database"),
                   tr("An SQLite file that already exists")),
            &QCommandLinkButton::clicked, this, &WelcomePage::openRequested);
    connect(addWay(layout, QStringLiteral("welcomeConnect"), QStringLiteral("connect"),
                   tr("Connect to PostgreSQL"), tr("A server that is shared with others")),
            &QCommandLinkButton::clicked, this, &WelcomePage::connectRequested);
    connect(addWay(layout, QStringLiteral("welcomeNew"), QStringLiteral("new"), tr("New database"),
                   tr("An empty SQLite file")),
            &QCommandLinkButton::clicked, this, &WelcomePage::newRequested);
}

QCommandLinkButton *WelcomePage::addWay(QVBoxLayout *layout, const QString &name, const QString &icon,
                                        const QString &title, const QString &description)
{
    auto *button = new QCommandLinkButton(title, description, m_ways);
    button->setObjectName(name);
    button->setIcon(icons::icon(icon));
    button->setAutoDefault(true); // Enter presses it too.
    button->setAccessibleName(title);
    button->setAccessibleDescription(description);
    layout->addWidget(button);
    return button;
}

void WelcomePage::setOpening(bool isOpening)
{
    const QList<QCommandLinkButton *> buttons = m_ways->findChildren<QCommandLinkButton *>();
    for (QCommandLinkButton *button : buttons)
        button->setEnabled(!isOpening);
}

} // namespace addressdesk
