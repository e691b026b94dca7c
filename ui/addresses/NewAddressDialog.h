#pragma once

#include "models/items/CustomerListModel.h"

#include <QDialog>
#include <QTimer>

class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace addressdesk {

class CheckedField;
class FoldedMessage;
class UsualCountry;

/// A new address: whose it is, found by typing, then its fields, label and country first. Values are checked
/// while they are typed; what is missing is said at its field when somebody wants to create. Stays open until
/// the address is created, so that nothing typed is lost when that fails.
///
/// The fields stand in the order of the address form, and Tab leads through them as they stand. The country
/// is filled in beforehand (UsualCountry), so Tab seldom does more than pass it.
class NewAddressDialog final : public QDialog
{
    Q_OBJECT

public:
    NewAddressDialog(DeskSession &session, QWidget *parent = nullptr);

    /// Begins with this customer chosen.
    void setCustomer(const Customer &customer);
    void setCountry(const QString &country);
    [[nodiscard]] std::optional<Customer> customer() const;

    void setBusy(bool isBusy);
    /// Why the address was not created.
    void showProblem(const Error &error);
    void showProblem(const QString &sentence, const QString &details = {});
    /// The same at a field.
    void showProblem(const QString &fieldId, const ValueProblem &problem);

signals:
    void createRequested(const QString &customerId, const addressdesk::FieldValues &values);

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildCustomerPart(QFormLayout *form);
    void buildFields(QFormLayout *form, const QStringList &others);
    void orderTabs(const QDialogButtonBox &buttons);
    void chooseFirst();
    void showCustomers();
    void askForCountry();
    [[nodiscard]] QLineEdit *countryLine() const;
    void check();
    void tell(bool isProblem, const QString &sentence, const QString &details = {});
    void create();
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] QString missingSentence(const QString &fieldId) const;
    QWidget *tellMissing();
    [[nodiscard]] FieldValues values() const;
    [[nodiscard]] QString firstProblem() const;

    SchemaMapping m_mapping;
    DatabaseUrl m_url;
    CustomerListModel m_customers;
    QTimer m_pause;
    QLineEdit *m_search;
    QListView *m_list;
    QList<std::pair<QString, QLineEdit *>> m_fields;
    QHash<QString, CheckedField *> m_checked; ///< By field id.
    CheckedField *m_customer = nullptr;
    QLabel *m_noCustomers;
    FoldedMessage *m_problem;
    UsualCountry *m_usualCountry;
    QString m_countryOf; ///< The customer whose country was asked for.
    QPushButton *m_create = nullptr;
    QString m_wantedCustomerId;
    bool m_isBusy = false;
    bool m_isMissingTold = false; ///< And followed while the person types.
};

} // namespace addressdesk
