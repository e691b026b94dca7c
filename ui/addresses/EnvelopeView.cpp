#include "ui/addresses/EnvelopeView.h"

#include "ui/addresses/EnvelopeFormat.h"
#include "ui/addresses/WrappedLabel.h"
#include "ui/appearance/Appearance.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace addressdesk {

namespace {

using appearance::step;
constexpr int usualLineCount = 4;

} // namespace

EnvelopeView::EnvelopeView(QWidget *parent) : QFrame(parent), m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("envelope"));
    setAccessibleName(tr("Address as on an envelope"));
    // On the right, clear of the stamp.
    m_layout->setContentsMargins(4 * step, 3 * step, 12 * step, 3 * step);
    m_layout->setSpacing(0);
    showLines();
}

void EnvelopeView::showAddress(const SchemaMapping &mapping, const Customer &customer,
                               const FieldValues &values, const QSet<QString> &editedFields)
{
    m_shown = {{envelope::recipient(customer), false}};
    const QList<EnvelopeLine> lines = envelope::lines(mapping, values);
    for (const EnvelopeLine &line : lines) {
        const QSet<QString> fieldIds(line.fieldIds.cbegin(), line.fieldIds.cend());
        m_shown.append({line.text, editedFields.intersects(fieldIds)});
    }
    showLines();
}

void EnvelopeView::clear()
{
    m_shown.clear();
    showLines();
}

int EnvelopeView::usualHeight() const
{
    const QMargins margins = m_layout->contentsMargins();
    const int oneWrapped = usualLineCount + 1;
    return margins.top() + oneWrapped * fontMetrics().height() + margins.bottom();
}

void EnvelopeView::showLines()
{
    m_isColouring = true;
    QStringList texts;
    for (int row = 0; row < std::max<int>(usualLineCount, static_cast<int>(m_shown.size())); ++row) {
        if (row >= m_labels.size()) {
            auto *label = new WrappedLabel(this);
            m_layout->addWidget(label);
            m_labels.append(label);
        }
        const Line line = m_shown.value(row);
        QFont lineFont = font();
        lineFont.setItalic(line.isEdited);
        lineFont.setWeight(line.isEdited || row == 0 ? QFont::DemiBold : QFont::Normal);
        QPalette colors = palette();
        const QColor color =
            line.isEdited ? appearance::changedAccent(palette()) : palette().color(QPalette::Text);
        colors.setColor(QPalette::WindowText, color);
        // A line is read as it is written, whatever the window's direction: "4 Rue" is not "Rue 4".
        m_labels[row]->setLayoutDirection(line.text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        m_labels[row]->setText(line.text);
        m_labels[row]->setFont(lineFont);
        m_labels[row]->setPalette(colors);
        texts.append(line.text);
    }
    for (qsizetype row = std::max<qsizetype>(usualLineCount, m_shown.size()); row < m_labels.size(); ++row)
        m_labels[row]->clear();
    m_text = texts.join(u'\n').trimmed();
    setAccessibleDescription(m_text);
    m_isColouring = false;
}

void EnvelopeView::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    const bool isLook = event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange;
    if (isLook && !m_isColouring)
        showLines();
}

void EnvelopeView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(appearance::hairline(palette()));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), step, step);
    // Where a stamp would be, right in every writing direction: says at a glance what this picture is.
    QRectF stamp(0, 0, 7 * step, 8 * step);
    stamp.moveTopLeft({width() - stamp.width() - 3.0 * step, 3.0 * step});
    QPen pen(appearance::hairline(palette()), 1, Qt::DotLine);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(stamp);
}

} // namespace addressdesk
