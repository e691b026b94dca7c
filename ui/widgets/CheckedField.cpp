#include "ui/widgets/CheckedField.h"

#include "ui/appearance/Appearance.h"

#include <QAccessible>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace addressdesk {

CheckedField::CheckedField(QWidget *field, QWidget *parent)
    : QWidget(parent), m_field(field), m_label(new QLabel(this)),
      m_description(field->accessibleDescription())
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(appearance::step / 2);
    layout->addWidget(field);
    layout->addWidget(m_label);
    m_label->setObjectName(QStringLiteral("problemOf_") + field->objectName());
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_label->hide();
    setFocusProxy(field);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    colour();
}

void CheckedField::addTo(QFormLayout &rows, const QString &label)
{
    rows.addRow(label, this);
    // A key of the label leads to its buddy only when that takes the focus itself.
    if (auto *title = qobject_cast<QLabel *>(rows.labelForField(this)))
        title->setBuddy(m_field->focusProxy() ? m_field->focusProxy() : m_field);
}

void CheckedField::setProblem(const QString &sentence)
{
    if (sentence == m_problem)
        return;
    m_problem = sentence;
    m_label->setText(sentence);
    m_label->setVisible(!sentence.isEmpty());
    m_field->setAccessibleDescription(sentence.isEmpty() ? m_description : sentence);
    if (sentence.isEmpty())
        return;
    QAccessibleEvent alert(m_label, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void CheckedField::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour(); // The label's palette, not this one's: nothing comes back here.
}

void CheckedField::colour()
{
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, appearance::problemAccent(palette()));
    m_label->setPalette(colors);
}

} // namespace addressdesk
