#include "ui/addresses/FormField.h"

#include "models/domain/ValueRules.h"
#include "models/wording/DeliveryWording.h"
#include "models/wording/Sentences.h"
#include "ui/addresses/FormLineEdit.h"
#include "ui/appearance/Appearance.h"
#include "ui/appearance/Icons.h"
#include "ui/appearance/PlainToolTip.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Mnemonics.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScopedValueRollback>
#include <QStyle>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace addressdesk {

using appearance::step;

FormField::FormField(const FieldMapping &field, const QString &title, QWidget *parent)
    : QWidget(parent), m_fieldId(field.id), m_title(title), m_titleLabel(new QLabel(title, this)),
      m_was(new ElidedLabel(this)), m_takeBack(new QToolButton(this)), m_line(new FormLineEdit(this))
{
    setObjectName(QStringLiteral("field_") + field.id);
    buildWidgets(field);
    connect(m_line, &QLineEdit::textChanged, this, &FormField::takeText);
    connect(m_line, &FormLineEdit::focusEntered, this, &FormField::typingStarted);
    connect(m_line, &FormLineEdit::focusLeft, this, [this] {
        showText(m_shown);
        m_line->setCursorPosition(0);
    });
    connect(m_line, &FormLineEdit::escaped, this, &FormField::escaped);
    connect(m_takeBack, &QToolButton::clicked, this, &FormField::takeBackRequested);
}

FormField::~FormField()
{
    // The line loses the focus when QWidget destroys it, and there is no field any more by then.
    m_line->disconnect(this);
}

void FormField::buildWidgets(const FieldMapping &field)
{
    m_titleLabel->setTextFormat(Qt::PlainText);
    m_titleLabel->setFont(appearance::scaled(font(), 0.9));
    appearance::makeQuiet(m_titleLabel);
    m_was->setFont(appearance::scaled(font(), 0.9));
    m_was->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_was->setObjectName(QStringLiteral("was_") + field.id);

    //: The button beside an edited field: %1 is the field's title
    const QString takeBackName = tr("Undo the edit of %1").arg(m_title);
    m_takeBack->setObjectName(QStringLiteral("takeBack_") + field.id);
    m_takeBack->setIcon(icons::icon(QStringLiteral("undo")));
    m_takeBack->setAutoRaise(true);
    m_takeBack->setIconSize({3 * step, 3 * step});
    m_takeBack->setAccessibleName(takeBackName);
    m_takeBack->setToolTip(takeBackName);
    m_takeBack->setFocusPolicy(Qt::TabFocus);
    // The place is kept when there is nothing to take back.
    QSizePolicy policy = m_takeBack->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_takeBack->setSizePolicy(policy);
    m_takeBack->hide();

    m_line->setObjectName(QStringLiteral("edit_") + field.id);
    m_line->setAccessibleName(m_title);
    m_titleLabel->setBuddy(m_line);
    m_titleLabel->installEventFilter(this);

    auto *top = new QHBoxLayout;
    top->setSpacing(step);
    top->addWidget(m_titleLabel);
    top->addWidget(m_was, 1);
    top->addWidget(m_takeBack);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addLayout(top);
    outer->addWidget(m_line);
    setFocusProxy(m_line);
}

void FormField::setRoomForEarlier(const QString &value)
{
    const QString was = value.isEmpty() ? QString() : tr("was %1").arg(wording::quotedValue(value));
    m_was->setMinimumWidth(was.isEmpty() ? 0 : m_was->fontMetrics().horizontalAdvance(was) + step);
}

void FormField::setMnemonic(QChar letter)
{
    m_mnemonic = letter;
    m_titleLabel->setText(mnemonics::marked(m_title, letter));
}

void FormField::switchTo(const FieldValue &stored, const StagedEdits::Edit &edit)
{
    setProblem(edit);
    m_shown = shownText(edit ? edit->edited : stored);
    showText(m_shown);
    m_line->setCursorPosition(0);
    if (m_line->hasFocus())
        m_line->selectAll();
    showMarks(stored, edit);
}

void FormField::showValue(const FieldValue &stored, const StagedEdits::Edit &edit)
{
    setProblem(edit);
    const QString value = shownText(edit ? edit->edited : stored);
    const bool isNew = value != m_shown;
    m_shown = value;
    if ((isNew || !m_line->hasFocus()) && !isBeingTyped(value)) {
        showText(value);
        if (!m_line->hasFocus())
            m_line->setCursorPosition(0); // A long text is read from its beginning.
    }
    showMarks(stored, edit);
}

void FormField::showText(const QString &text)
{
    const QScopedValueRollback showing(m_isShowing, true);
    m_line->setText(text);
}

/// What changes the text from outside, as assistive programs do, counts as typing too.
void FormField::takeText(const QString &text)
{
    if (m_isShowing)
        return;
    if (m_line->isReadOnly()) {
        showText(m_shown);
        return;
    }
    if (!m_line->hasFocus())
        emit typingStarted();
    emit typed(text);
}

/// The text in the field means this value, be it with blanks around it.
bool FormField::isBeingTyped(const QString &value) const
{
    if (!m_line->hasFocus())
        return false;
    const auto typed = valueRules::clean(m_line->text());
    return m_line->text() == value || (typed && shownText(*typed) == value);
}

QString FormField::doubt() const
{
    return m_isMissing ? wording::missingField(m_title) : QString();
}

void FormField::setProblem(const StagedEdits::Edit &edit)
{
    m_problem = edit && edit->problem ? wording::sentence(*edit->problem, m_title) : QString();
}

void FormField::showMarks(const FieldValue &stored, const StagedEdits::Edit &edit)
{
    m_isEdited = edit.has_value();
    m_line->setMark(m_isEdited, hasProblem());
    m_takeBack->setVisible(m_isEdited);
    QString was;
    if (edit) {
        const bool isOvertaken = stored != edit->base && stored != edit->edited;
        const QString base = wording::quotedValue(edit->base);
        //: Beside an edited field; %1 the value before, %2 the value that somebody else has saved meanwhile,
        //: which comes first because a long one is cut; both in quotation marks
        was = isOvertaken ? tr("now %2, was %1").arg(base, wording::quotedValue(stored))
                          : tr("was %1").arg(base);
    }
    m_was->setText(was);
    colourMarks();
    QStringList told{was, doubt()};
    told.removeAll(QString());
    m_line->setAccessibleDescription(hasProblem() ? m_problem : told.join(QStringLiteral(". ")));
    m_line->setToolTip(
        appearance::plainToolTip(told.join(u'\n'))); // Where there is no room beside the title.
}

void FormField::colourMarks()
{
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, appearance::changedAccent(palette()));
    m_was->setPalette(colors);
    colourLine();
}

void FormField::colourLine()
{
    QPalette colors;
    if (m_isFlashing)
        colors.setColor(QPalette::Base, appearance::tint(appearance::putBackAccent(palette()), palette()));
    m_line->setPalette(colors);
}

/// The title's key selects the text even where the focus has nowhere to go.
bool FormField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_titleLabel && event->type() == QEvent::Shortcut && m_line->hasFocus())
        m_line->selectAll();
    return QWidget::eventFilter(watched, event);
}

void FormField::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colourMarks();
}

void FormField::setWritable(bool isWritable)
{
    m_line->setReadOnly(!isWritable);
}

void FormField::setHeld(bool isHeld)
{
    m_line->setHeld(isHeld);
}

void FormField::focusField()
{
    m_line->setFocus(Qt::ShortcutFocusReason);
}

QString FormField::text() const
{
    return m_line->text();
}

void FormField::flash()
{
    constexpr int flashMs = 900;
    m_isFlashing = true;
    colourLine();
    QTimer::singleShot(flashMs, this, [this] {
        m_isFlashing = false;
        colourLine();
    });
}

} // namespace addressdesk
