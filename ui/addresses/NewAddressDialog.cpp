#include "ui/addresses/NewAddressDialog.h"

#include "models/domain/DeliverableAddress.h"
#include "models/domain/ValueRules.h"
#include "models/wording/Sentences.h"
#include "ui/addresses/CustomerDelegate.h"
#include "ui/addresses/FieldOrder.h"
#include "ui/addresses/UsualCountry.h"
#include "ui/appearance/Appearance.h"
#include "ui/appearance/Icons.h"
#include "ui/appearance/LineEditButtons.h"
#include "ui/widgets/CheckedField.h"
#include "ui/widgets/FoldedMessage.h"
#include "ui/widgets/Mnemonics.h"
#include "ui/widgets/ScreenFit.h"
#include "ui/widgets/ScrolledForm.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace addressdesk {

namespace {

using appearance::step;
constexpr int searchPauseMs = 120;

QString customerTitle()
{
    return NewAddressDialog::tr("C&ustomer");
}

} // namespace

NewAddressDialog::NewAddressDialog(DeskSession &session, QWidget *parent)
    : QDialog(parent), m_mapping(session.mapping()), m_url(session.description().url),
      m_search(new QLineEdit(this)), m_list(new QListView(this)), m_noCustomers(new QLabel(this)),
      m_problem(new FoldedMessage(this)), m_usualCountry(new UsualCountry(session, this))
{
    setObjectName(QStringLiteral("newAddress"));
    setWindowTitle(tr("New address"));
    m_customers.setSession(&session);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(4 * step, 4 * step, 4 * step, 3 * step);
    outer->setSpacing(3 * step);
    auto *fields = new QWidget;
    auto *form = new QFormLayout(fields);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(3 * step);
    form->setVerticalSpacing(2 * step);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    buildCustomerPart(form);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_create = buttons->addButton(tr("&Create"), QDialogButtonBox::AcceptRole);
    buildFields(form, {customerTitle(), m_create->text(), buttons->button(QDialogButtonBox::Cancel)->text()});
    outer->addWidget(new ScrolledForm(fields, this), 1);
    m_problem->setObjectName(QStringLiteral("newAddressProblem"));
    QSizePolicy keepingItsPlace = m_problem->sizePolicy();
    keepingItsPlace.setRetainSizeWhenHidden(true);
    m_problem->setSizePolicy(keepingItsPlace);
    m_problem->setMinimumHeight(2 * fontMetrics().lineSpacing());
    outer->addWidget(m_problem);
    m_create->setObjectName(QStringLiteral("create"));
    m_create->setDefault(true);
    outer->addWidget(buttons);
    orderTabs(*buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &NewAddressDialog::create);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_search->setFocus();
    setMinimumWidth(120 * step);
    resize(sizeHint());
    new ScreenFit(*this);
    m_customers.setSearch({});
    check();
}

void NewAddressDialog::buildCustomerPart(QFormLayout *form)
{
    m_search->setObjectName(QStringLiteral("customerSearch"));
    m_search->setAccessibleName(tr("Customer"));
    m_search->setPlaceholderText(tr("Name or e-mail"));
    appearance::addFindButtons(*m_search, QStringLiteral("customer"));
    m_search->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("customerList"));
    m_list->setAccessibleName(tr("Customers found"));
    m_list->setModel(&m_customers);
    m_list->setItemDelegate(new CustomerDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFixedHeight(6 * (fontMetrics().height() + 2 * step) + 2 * m_list->frameWidth());
    m_list->setFocusPolicy(Qt::ClickFocus);
    m_customer = new CheckedField(m_search, this);
    m_customer->addTo(*form, customerTitle());
    form->addRow(QString(), m_list);
    m_noCustomers->setObjectName(QStringLiteral("noCustomers"));
    m_noCustomers->setTextFormat(Qt::PlainText);
    m_noCustomers->setWordWrap(true);
    m_noCustomers->setText(wording::noCustomers(m_mapping.customerTable));
    m_noCustomers->hide();
    form->addRow(QString(), m_noCustomers);
    m_pause.setSingleShot(true);
    m_pause.setInterval(searchPauseMs);
    connect(&m_pause, &QTimer::timeout, this,
            [this] { m_customers.setSearch(m_search->text().simplified()); });
    connect(m_search, &QLineEdit::textEdited, this, [this] {
        m_wantedCustomerId.clear();
        m_pause.start();
        check();
    });
    connect(&m_customers, &CustomerListModel::loaded, this, &NewAddressDialog::showCustomers);
    connect(m_usualCountry, &UsualCountry::found, this, &NewAddressDialog::setCountry);
    connect(&m_customers, &CustomerListModel::failed, this,
            [this](const Error &error) { showProblem(error); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &NewAddressDialog::check);
}

/// `others` have keys of their own.
void NewAddressDialog::buildFields(QFormLayout *form, const QStringList &others)
{
    const QList<FieldMapping> fields = fieldOrder::forForms(m_mapping.fields);
    QStringList titles;
    for (const FieldMapping &field : fields)
        titles.append(wording::fieldTitle(m_mapping, field.id));
    const QList<QChar> letters = mnemonics::assign(titles, mnemonics::lettersOf(others));
    for (const FieldMapping &field : fields) {
        auto *line = new QLineEdit(this);
        const QString title = wording::fieldTitle(m_mapping, field.id);
        line->setObjectName(QStringLiteral("new_") + field.id);
        line->setAccessibleName(title);
        connect(line, &QLineEdit::textChanged, this, &NewAddressDialog::check);
        auto *checked = new CheckedField(line, this);
        checked->addTo(*form, mnemonics::marked(title, letters[m_fields.size()]));
        m_fields.append({field.id, line});
        m_checked.insert(field.id, checked);
    }
}

/// As they stand, one below the other; in which order the buttons stand is the style's to say.
void NewAddressDialog::orderTabs(const QDialogButtonBox &buttons)
{
    QList<QWidget *> stops{m_customer};
    for (const auto &[fieldId, line] : std::as_const(m_fields))
        stops.append(
            m_checked.value(fieldId)); // With what it holds: it would be a stop of its own elsewhere.
    for (int i = 0; i < buttons.layout()->count(); ++i) {
        if (QWidget *button = buttons.layout()->itemAt(i)->widget())
            stops.append(button);
    }
    for (qsizetype i = 1; i < stops.size(); ++i)
        setTabOrder(stops[i - 1], stops[i]);
}

void NewAddressDialog::setCustomer(const Customer &customer)
{
    m_wantedCustomerId = customer.id;
    if (countryLine() && !countryLine()->text().isEmpty())
        m_countryOf = customer.id; // It is known already.
    m_search->setText(wording::searchFor(customer));
    m_customers.setSearch(m_search->text().simplified());
    if (!m_fields.isEmpty())
        m_fields.first().second->setFocus();
}

void NewAddressDialog::setCountry(const QString &country)
{
    // What somebody has typed is theirs.
    if (QLineEdit *line = countryLine(); line && !line->isModified() && !country.isEmpty())
        line->setText(country);
}

QLineEdit *NewAddressDialog::countryLine() const
{
    const QString country = m_mapping.countryField();
    for (const auto &[fieldId, line] : m_fields) {
        if (fieldId == country)
            return line;
    }
    return nullptr;
}

void NewAddressDialog::askForCountry()
{
    const std::optional<Customer> chosen = customer();
    if (!chosen || chosen->id == m_countryOf)
        return;
    m_countryOf = chosen->id;
    m_usualCountry->ask(*chosen);
}

void NewAddressDialog::showCustomers()
{
    if (m_customers.rowCount() > 0 || !m_customers.search().isEmpty() || !m_search->text().isEmpty()) {
        chooseFirst();
        return;
    }
    m_noCustomers->show();
    m_list->hide();
    m_search->setEnabled(false);
    for (const auto &[fieldId, line] : std::as_const(m_fields))
        line->setEnabled(false);
    m_create->setToolTip(tr("There is no customer yet."));
    m_create->setAccessibleDescription(m_create->toolTip());
    m_create->setEnabled(false);
}

void NewAddressDialog::chooseFirst()
{
    int row = 0;
    for (int i = 0; i < m_customers.rowCount(); ++i) {
        if (m_customers.customer(i)->id == m_wantedCustomerId)
            row = i;
    }
    // Nobody is chosen before something was typed: the first of all customers is nobody's choice.
    if (m_customers.rowCount() > 0 && !m_search->text().trimmed().isEmpty())
        m_list->setCurrentIndex(m_customers.index(row));
    check();
}

std::optional<Customer> NewAddressDialog::customer() const
{
    if (m_pause.isActive())
        return std::nullopt;
    return m_customers.customer(m_list->currentIndex().row());
}

FieldValues NewAddressDialog::values() const
{
    FieldValues result;
    for (const auto &[fieldId, line] : m_fields) {
        const auto cleaned = valueRules::clean(line->text());
        result.insert(fieldId, cleaned ? *cleaned : FieldValue(line->text()));
    }
    return result;
}

QString NewAddressDialog::firstProblem() const
{
    for (const auto &[fieldId, line] : m_fields) {
        const auto cleaned = valueRules::clean(line->text());
        if (!cleaned)
            return wording::sentence(cleaned.error(), wording::fieldTitle(m_mapping, fieldId));
    }
    return {};
}

void NewAddressDialog::check()
{
    const QString problem = firstProblem();
    QString hint = problem;
    if (problem.isEmpty() && !customer() && !m_search->text().trimmed().isEmpty() && !m_pause.isActive() &&
        m_customers.rowCount() == 0)
        hint = tr("No customer matches %1.").arg(wording::quotedBriefly(m_search->text()));
    tell(!problem.isEmpty(), hint);
    if (m_create)
        m_create->setEnabled(!m_isBusy && problem.isEmpty() && m_noCustomers->isHidden());
    askForCountry();
    if (m_isMissingTold)
        tellMissing();
}

bool NewAddressDialog::isComplete() const
{
    return firstProblem().isEmpty() && customer() &&
           deliverable::missingFields(m_mapping, values()).isEmpty();
}

QString NewAddressDialog::missingSentence(const QString &fieldId) const
{
    if (fieldId == QStringLiteral("city"))
        return tr("Please enter the city.");
    if (fieldId == QStringLiteral("streetName"))
        return m_mapping.labelField().isEmpty()
                   ? tr("Please enter the street.")
                   : tr("Please enter the street. Where there is none, a label will do.");
    return tr("Please enter the address.");
}

/// At each field that has to be filled in; the first of them, or nullptr.
QWidget *NewAddressDialog::tellMissing()
{
    const bool isCustomerMissing = !customer() && !m_pause.isActive();
    m_customer->setProblem(isCustomerMissing ? tr("Please choose the customer whose address this is.")
                                             : QString());
    QWidget *first = isCustomerMissing ? m_search : nullptr;
    const QStringList missing = deliverable::missingFields(m_mapping, values());
    for (const auto &[fieldId, line] : std::as_const(m_fields)) {
        const bool isMissing = missing.contains(fieldId);
        m_checked.value(fieldId)->setProblem(isMissing ? missingSentence(fieldId) : QString());
        if (isMissing && !first)
            first = line;
    }
    return first;
}

void NewAddressDialog::create()
{
    if (m_isBusy)
        return;
    if (isComplete()) {
        emit createRequested(customer()->id, values());
        return;
    }
    m_isMissingTold = true;
    if (QWidget *first = tellMissing())
        first->setFocus(Qt::ShortcutFocusReason);
}

void NewAddressDialog::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    check();
}

/// What stands there already is not told again with every letter typed.
void NewAddressDialog::tell(bool isProblem, const QString &sentence, const QString &details)
{
    if (sentence != m_problem->sentence() || details != m_problem->details())
        m_problem->say(isProblem ? FoldedMessage::Tone::Problem : FoldedMessage::Tone::Quiet, sentence,
                       details);
}

void NewAddressDialog::showProblem(const Error &error)
{
    showProblem(wording::sentence(error, &m_url), wording::technicalDetails(error));
}

void NewAddressDialog::showProblem(const QString &sentence, const QString &details)
{
    setBusy(false);
    tell(true, sentence, details);
}

void NewAddressDialog::showProblem(const QString &fieldId, const ValueProblem &problem)
{
    showProblem(wording::sentence(problem, wording::fieldTitle(m_mapping, fieldId)));
    for (const auto &[id, line] : std::as_const(m_fields)) {
        if (id == fieldId)
            line->setFocus();
    }
}

/// A sentence that comes makes the dialog higher, as far as the screen has room: it must not push the last
/// fields out of sight.
bool NewAddressDialog::event(QEvent *event)
{
    const bool isHandled = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest && isVisible()) {
        const int asked =
            layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : sizeHint().height();
        const int wanted = std::min(asked, ScreenFit::room(*this).height());
        if (wanted > height())
            resize(width(), wanted);
    }
    return isHandled;
}

bool NewAddressDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
        const bool isReturn = key == Qt::Key_Return || key == Qt::Key_Enter;
        if (isReturn && customer() && !isComplete() && !m_fields.isEmpty()) {
            m_fields.first().second->setFocus();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace addressdesk
