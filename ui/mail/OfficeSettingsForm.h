#pragma once

#include "models/domain/OfficeSettings.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace addressdesk {

class CheckedField;

/// The fields of what mails say on behalf of the company.
class OfficeSettingsForm final : public QWidget
{
    Q_OBJECT

public:
    explicit OfficeSettingsForm(QWidget *parent = nullptr);

    [[nodiscard]] OfficeSettings settings() const;
    void setSettings(const OfficeSettings &settings);
    /// This desk answers links itself while its database is open: at `url`, empty when it is not known.
    void setAnswersHere(const QString &url);
    /// Says at each field what is wrong with it; the first such field, or nullptr. `needsSender`: mails are
    /// sent, and have to come from somewhere.
    [[nodiscard]] QWidget *check(bool needsSender);

signals:
    void edited();

private:
    [[nodiscard]] QLineEdit *addEdit(const QString &name, const QString &label, const QString &accessibleName,
                                     const QString &hint, CheckedField **checked);
    void addChoices();

    QFormLayout *m_rows;
    QLineEdit *m_company = nullptr;
    QLineEdit *m_phone = nullptr;
    QLineEdit *m_sender = nullptr;
    QLineEdit *m_publicUrl = nullptr;
    QComboBox *m_language = nullptr;
    QSpinBox *m_linkDays = nullptr;
    CheckedField *m_companyCheck = nullptr;
    CheckedField *m_phoneCheck = nullptr;
    CheckedField *m_senderCheck = nullptr;
    CheckedField *m_publicUrlCheck = nullptr;
};

} // namespace addressdesk
