#include "ui/addresses/SearchField.h"

#include "ui/appearance/LineEditButtons.h"

#include <QKeyEvent>

namespace addressdesk {

namespace {

constexpr int pauseMs = 120;

} // namespace

SearchField::SearchField(QWidget *parent) : QLineEdit(parent)
{
    setObjectName(QStringLiteral("search"));
    setAccessibleName(tr("Search"));
    setAccessibleDescription(
        tr("Several words all have to match; accents and capital letters do not matter."));
    setPlaceholderText(tr("Name, e-mail, street, postal code, city…"));
    appearance::addFindButtons(*this, QStringLiteral("search"));
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &SearchField::flush);
    connect(this, &QLineEdit::textChanged, this, [this] { m_pause.start(); });
}

void SearchField::flush()
{
    m_pause.stop();
    const QString search = text().simplified();
    if (search == m_told) {
        emit settled();
        return;
    }
    m_told = search;
    emit searchChanged(search);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        clear();
        flush();
        return;
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        flush();
        emit leftDownwards();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

} // namespace addressdesk
