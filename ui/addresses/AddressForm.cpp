#include "ui/addresses/AddressForm.h"

#include "models/items/FieldsMissingAfterEdits.h"
#include "models/wording/Sentences.h"
#include "ui/addresses/EnvelopeView.h"
#include "ui/addresses/FieldOrder.h"
#include "ui/addresses/FormField.h"
#include "ui/appearance/Appearance.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Mnemonics.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace addressdesk {

namespace {

using appearance::step;

bool isNarrow(FieldKind kind)
{
    return kind == FieldKind::Number || kind == FieldKind::PostalCode;
}

template<typename T> T *plainLabel(QWidget *parent, const QString &objectName)
{
    auto *label = new T(parent);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

AddressForm::AddressForm(CurrentAddress &current, StagedEdits &edits, QWidget *parent)
    : QWidget(parent), m_current(current), m_edits(edits),
      m_customer(plainLabel<ElidedLabel>(this, QStringLiteral("customerName"))),
      m_email(plainLabel<ElidedLabel>(this, QStringLiteral("customerEmail"))),
      m_envelope(new EnvelopeView(this)), m_problem(plainLabel<QLabel>(this, QStringLiteral("formProblem"))),
      m_doubt(plainLabel<QLabel>(this, QStringLiteral("formDoubt"))), m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("addressForm"));
    setAccessibleName(tr("Address"));
    m_customer->setFont(appearance::bold(appearance::scaled(font(), 1.25)));
    appearance::makeQuiet(m_email);
    for (QLabel *sentence : {m_problem, m_doubt}) {
        sentence->setWordWrap(true);
        sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
        sentence->hide();
    }
    m_layout->setContentsMargins(3 * step, 2 * step, 3 * step, 2 * step);
    m_layout->setSpacing(step);
    m_layout->addWidget(m_customer);
    m_layout->addWidget(m_email);
    m_layout->addSpacing(step);
    m_layout->addWidget(m_envelope);
    m_layout->addSpacing(step);
    m_layout->addWidget(m_problem);
    m_layout->addWidget(m_doubt);
    m_layout->addStretch(1);
    connect(&m_current, &CurrentAddress::switched, this, [this] { showAddress(true); });
    connect(&m_current, &CurrentAddress::refreshed, this, [this] { showAddress(false); });
    connect(&m_edits, &StagedEdits::fieldChanged, this, [this](const QString &addressId) {
        if (addressId == m_current.id())
            showAddress(false);
    });
}

void AddressForm::setMapping(const SchemaMapping &mapping, bool isWritable)
{
    m_mapping = mapping;
    buildFields(mapping, isWritable);
    assignMnemonics();
    giveWay();
    showAddress(true);
}

void AddressForm::buildFields(const SchemaMapping &mapping, bool isWritable)
{
    delete m_fieldArea;
    m_fields.clear();
    m_narrowFields.clear();
    m_fieldArea = new QWidget(this);
    auto *rows = new QVBoxLayout(m_fieldArea);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(step);
    const QList<QList<FieldMapping>> fieldRows = fieldOrder::rows(mapping.fields);
    for (const QList<FieldMapping> &fieldRow : fieldRows) {
        auto *row = new QHBoxLayout;
        row->setSpacing(2 * step);
        rows->addLayout(row);
        for (const FieldMapping &field : fieldRow) {
            auto *edit = new FormField(field, wording::fieldTitle(mapping, field.id), m_fieldArea);
            edit->setWritable(isWritable);
            if (isNarrow(field.kind))
                m_narrowFields.append(edit);
            connectField(edit);
            m_fields.append(edit);
            row->addWidget(edit, isNarrow(field.kind) ? 2 : 4);
        }
    }
    m_layout->insertWidget(m_layout->indexOf(m_problem), m_fieldArea);
    shareRoom();
}

/// A few digits are too short to be cut, unless the field beside them would get too little.
void AddressForm::shareRoom()
{
    constexpr int wide = 75 * step;
    for (FormField *field : std::as_const(m_narrowFields))
        field->setRoomForEarlier(width() < wide ? QString() : QStringLiteral("00000"));
}

bool AddressForm::event(QEvent *event)
{
    const bool isHandled = QWidget::event(event);
    // Sentences that wrap take their room below the fields, not from them.
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
        setMinimumHeight(layout()->hasHeightForWidth() ? layout()->totalMinimumHeightForWidth(width())
                                                       : layout()->totalMinimumSize().height());
    return isHandled;
}

void AddressForm::setRoom(int height)
{
    m_room = height;
    giveWay();
}

void AddressForm::giveWay()
{
    m_envelope->setVisible(m_room >= usualHeight());
}

int AddressForm::usualHeight() const
{
    return briefHeight() + m_layout->spacing() + m_envelope->usualHeight();
}

int AddressForm::briefHeight() const
{
    const QMargins margins = m_layout->contentsMargins();
    const int fields = m_fieldArea ? m_fieldArea->sizeHint().height() : 0;
    return margins.top() + m_customer->sizeHint().height() + m_layout->spacing() +
           m_email->sizeHint().height() + 2 * step + m_layout->spacing() + fields + margins.bottom();
}

void AddressForm::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    shareRoom();
}

void AddressForm::connectField(FormField *field)
{
    connect(field, &FormField::typed, this, [this, field](const QString &text) { stage(field, text); });
    connect(field, &FormField::typingStarted, this, [this] { m_typing = m_edits.newTyping(); });
    connect(field, &FormField::takeBackRequested, this, [this, field] { takeBack(field); });
    connect(field, &FormField::escaped, this, [this, field] {
        if (m_edits.edit(m_current.id(), field->fieldId()))
            takeBack(field);
        else
            emit escaped();
    });
}

void AddressForm::setTakenMnemonics(const QString &letters)
{
    m_takenMnemonics = letters;
    assignMnemonics();
}

QString AddressForm::usedMnemonics() const
{
    QString letters;
    for (const FormField *field : m_fields) {
        if (!field->mnemonic().isNull())
            letters.append(field->mnemonic());
    }
    return letters;
}

void AddressForm::assignMnemonics()
{
    // In the mapping's order, which does not change when the form is laid out anew.
    QStringList titles;
    const QStringList fieldIds = m_mapping.fieldIds();
    for (const QString &fieldId : fieldIds)
        titles.append(wording::fieldTitle(m_mapping, fieldId));
    const QList<QChar> letters = mnemonics::assign(titles, m_takenMnemonics);
    for (FormField *field : std::as_const(m_fields))
        field->setMnemonic(letters.value(fieldIds.indexOf(field->fieldId())));
}

void AddressForm::setHeld(bool isHeld)
{
    m_isHeld = isHeld;
    for (FormField *field : std::as_const(m_fields))
        field->setHeld(isHeld);
}

void AddressForm::showAddress(bool isSwitched)
{
    const std::optional<AddressRow> &row = m_current.row();
    m_customer->setText(row ? wording::customerName(row->customer) : QString());
    const QString email = row ? shownText(row->customer.email) : QString();
    m_email->setText(row && email.isEmpty() ? tr("No e-mail address: changes are told by letter") : email);
    if (m_fieldArea)
        m_fieldArea->setEnabled(row.has_value());
    const QStringList missing =
        row ? fieldsMissingAfterEdits(m_mapping, row->address.values, m_edits.fields(row->address.id))
            : QStringList();
    for (FormField *field : std::as_const(m_fields)) {
        field->setMissing(missing.contains(field->fieldId()));
        const FieldValue stored = row ? row->address.values.value(field->fieldId()) : FieldValue();
        const StagedEdits::Edit edit =
            row ? m_edits.edit(row->address.id, field->fieldId()) : StagedEdits::Edit();
        if (isSwitched)
            field->switchTo(stored, edit);
        else
            field->showValue(stored, edit);
    }
    if (isSwitched)
        m_typing = m_edits.newTyping();
    showEnvelope();
    tellProblem();
    tellDoubt();
}

void AddressForm::showEnvelope()
{
    const std::optional<AddressRow> &row = m_current.row();
    if (!row) {
        m_envelope->clear();
        return;
    }
    FieldValues values = row->address.values;
    QSet<QString> edited;
    const StagedFields staged = m_edits.fields(row->address.id);
    for (auto field = staged.cbegin(); field != staged.cend(); ++field) {
        if (field->problem) // What cannot be saved is on no envelope.
            continue;
        values.insert(field.key(), field->edited);
        edited.insert(field.key());
    }
    m_envelope->showAddress(m_mapping, row->customer, values, edited);
}

void AddressForm::stage(FormField *field, const QString &text)
{
    const std::optional<AddressRow> row = m_current.row();
    if (!row)
        return;
    const FieldValue stored = row->address.values.value(field->fieldId());
    m_edits.editOrKeep(row->address.id, field->fieldId(), stored, text, m_typing);
}

void AddressForm::takeBack(FormField *field)
{
    const std::optional<AddressRow> row = m_current.row();
    if (!row)
        return;
    m_edits.takeBack(row->address.id, field->fieldId());
    field->switchTo(row->address.values.value(field->fieldId()), std::nullopt);
    tellProblem();
}

void AddressForm::tellProblem()
{
    tell(*m_problem, problem(), appearance::problemAccent(palette()));
}

void AddressForm::tellDoubt()
{
    QStringList sentences;
    for (const FormField *field : std::as_const(m_fields)) {
        if (!field->doubt().isEmpty())
            sentences.append(field->doubt());
    }
    tell(*m_doubt, sentences.join(u'\n'), appearance::changedAccent(palette()));
}

void AddressForm::tell(QLabel &label, const QString &sentence, const QColor &color)
{
    const bool isNews = !sentence.isEmpty() && label.isHidden();
    label.setText(sentence);
    label.setVisible(!sentence.isEmpty());
    if (isNews)
        emit sentenceTold(&label);
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, color);
    label.setPalette(colors);
}

QString AddressForm::problem() const
{
    for (const FormField *field : m_fields) {
        if (field->hasProblem())
            return field->problem();
    }
    return {};
}

void AddressForm::focusFirst()
{
    if (!m_fields.isEmpty())
        m_fields.first()->focusField();
}

void AddressForm::focusField(const QString &fieldId)
{
    for (FormField *field : std::as_const(m_fields)) {
        if (field->fieldId() == fieldId)
            field->focusField();
    }
}

QList<QWidget *> AddressForm::tabStops() const
{
    // With what they hold: where the focus is passed on, Qt stops as well.
    return {m_fields.cbegin(), m_fields.cend()};
}

void AddressForm::flashField(const QString &fieldId)
{
    for (FormField *field : std::as_const(m_fields)) {
        if (field->fieldId() == fieldId)
            field->flash();
    }
}

QString AddressForm::focusedFieldId() const
{
    for (const FormField *field : m_fields) {
        if (field->isAncestorOf(window()->focusWidget()))
            return field->fieldId();
    }
    return {};
}

void AddressForm::copyEnvelope() const
{
    QGuiApplication::clipboard()->setText(m_envelope->text());
}

} // namespace addressdesk
