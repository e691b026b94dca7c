#include "ui/mail/OfficeSettingsForm.h"

#include "models/domain/PublicUrl.h"
#include "models/domain/ValueRules.h"
#include "models/wording/Sentences.h"
#include "ui/appearance/Appearance.h"
#include "ui/mail/MailSettingsRules.h"
#include "ui/widgets/CheckedField.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QSpinBox>

#include <algorithm>

namespace addressdesk {

namespace {

QString whyNotText(const QLineEdit *edit)
{
    const auto cleaned = valueRules::clean(edit->text());
    return cleaned ? QString() : wording::sentence(cleaned.error(), edit->accessibleName());
}

} // namespace

OfficeSettingsForm::OfficeSettingsForm(QWidget *parent) : QWidget(parent), m_rows(new QFormLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setVerticalSpacing(2 * appearance::step);
    m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_company = addEdit(QStringLiteral("mailCompany"), tr("Com&pany:"), tr("Company"),
                        tr("as customers know it"), &m_companyCheck);
    m_phone = addEdit(QStringLiteral("mailPhone"), tr("Pho&ne:"), tr("Phone"), tr("where customers can call"),
                      &m_phoneCheck);
    m_sender = addEdit(QStringLiteral("mailSender"), tr("Mails come &from:"), tr("Mails come from"),
                       tr("for example office@example.com"), &m_senderCheck);
    m_publicUrl = addEdit(QStringLiteral("mailPublicUrl"), tr("Page of the &links:"), tr("Page of the links"),
                          tr("none: mails have codes but no links"), &m_publicUrlCheck);
    m_publicUrl->setToolTip(tr("The address under which customers reach the page that opens from a link in a "
                               "mail. One that the server program was started with comes first."));
    addChoices();
    setFocusProxy(m_company);
}

QLineEdit *OfficeSettingsForm::addEdit(const QString &name, const QString &label,
                                       const QString &accessibleName, const QString &hint,
                                       CheckedField **checked)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(name);
    edit->setAccessibleName(accessibleName);
    edit->setPlaceholderText(hint);
    *checked = new CheckedField(edit, this);
    (*checked)->addTo(*m_rows, label);
    connect(edit, &QLineEdit::textEdited, *checked, [check = *checked] { check->setProblem({}); });
    connect(edit, &QLineEdit::textEdited, this, &OfficeSettingsForm::edited);
    return edit;
}

void OfficeSettingsForm::addChoices()
{
    m_language = new QComboBox(this);
    m_language->setObjectName(QStringLiteral("mailLanguage"));
    m_language->setAccessibleName(tr("Language where the customer's is not known"));
    // Each in its own language, as who reads it would look for it.
    //: A choice of languages: nothing was chosen, and then English is used
    m_language->addItem(tr("Automatic (English)"), QString());
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("Français"), QStringLiteral("fr"));
    m_language->setToolTip(tr("Of mails to customers whose own language is not known."));
    m_rows->addRow(tr("Lan&guage if unknown:"), m_language);
    connect(m_language, &QComboBox::activated, this, &OfficeSettingsForm::edited);

    m_linkDays = new QSpinBox(this);
    m_linkDays->setObjectName(QStringLiteral("mailLinkDays"));
    m_linkDays->setAccessibleName(tr("Days for which a link works"));
    m_linkDays->setRange(OfficeSettings::fewestLinkDays, OfficeSettings::mostLinkDays);
    const auto showUnit = [this](int days) {
        //: After a number in a field; %n only chooses the plural
        m_linkDays->setSuffix(u' ' + tr("day(s)", nullptr, days));
    };
    showUnit(1);
    connect(m_linkDays, &QSpinBox::valueChanged, this, showUnit);
    connect(m_linkDays, &QSpinBox::valueChanged, this, &OfficeSettingsForm::edited);
    m_rows->addRow(tr("Links wor&k for:"), m_linkDays);
}

OfficeSettings OfficeSettingsForm::settings() const
{
    OfficeSettings settings;
    settings.companyName = m_company->text().trimmed();
    settings.companyPhone = m_phone->text().trimmed();
    settings.senderAddress = m_sender->text().trimmed();
    const QString publicUrl = m_publicUrl->text().trimmed();
    settings.publicUrl = PublicUrl::parse(publicUrl).map(&PublicUrl::text).value_or(publicUrl);
    settings.language = m_language->currentData().toString();
    settings.linkDays = m_linkDays->value();
    return settings;
}

void OfficeSettingsForm::setSettings(const OfficeSettings &settings)
{
    m_company->setText(settings.companyName);
    m_phone->setText(settings.companyPhone);
    m_sender->setText(settings.senderAddress);
    m_publicUrl->setText(settings.publicUrl);
    m_language->setCurrentIndex(std::max(0, m_language->findData(settings.language)));
    m_linkDays->setValue(settings.linkDays);
}

void OfficeSettingsForm::setAnswersHere(const QString &url)
{
    m_publicUrl->setPlaceholderText(tr("none: links work on this computer only"));
    m_publicUrl->setToolTip(
        url.isEmpty()
            ? tr("Without one, links lead to this computer. They open here while the database is open in the "
                 "window, and nowhere else.")
            : tr("Without one, links lead to this computer (%1). They open here while the database is open "
                 "in "
                 "the window, and nowhere else.")
                  .arg(url));
}

QWidget *OfficeSettingsForm::check(bool needsSender)
{
    const OfficeSettings typed = settings();
    m_companyCheck->setProblem(whyNotText(m_company));
    const QString phoneText = whyNotText(m_phone);
    m_phoneCheck->setProblem(phoneText.isEmpty() ? mailSettingsRules::whyNotPhone(typed.companyPhone)
                                                 : phoneText);
    m_senderCheck->setProblem(needsSender && typed.senderAddress.isEmpty()
                                  ? tr("Please type the e-mail address that mails come from.")
                                  : mailSettingsRules::whyNotMailAddress(typed.senderAddress));
    m_publicUrlCheck->setProblem(mailSettingsRules::whyNotPublicUrl(typed.publicUrl));
    for (CheckedField *field : {m_companyCheck, m_phoneCheck, m_senderCheck, m_publicUrlCheck}) {
        if (!field->problem().isEmpty())
            return field;
    }
    return nullptr;
}

} // namespace addressdesk
