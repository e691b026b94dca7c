#pragma once

#include "models/items/AddressTableModel.h"

#include <QTableView>

class QLineEdit;

namespace addressdesk {

class ColumnWidths;

/// The grid of addresses. There is always a current address while there are rows. Typing, F2 or a double
/// click edits; Return goes down, Tab goes right; Delete empties the cell. A refused value keeps its editor
/// open, so that nothing typed is lost.
class AddressGrid final : public QTableView
{
    Q_OBJECT

public:
    explicit AddressGrid(AddressTableModel &model, QWidget *parent = nullptr);

    /// Puts the focus on the current address, in the field edited last.
    void focusCurrent();
    /// Ends a cell's editing as Return would; false when the value was refused and the editor stays open.
    bool commitEditor();
    [[nodiscard]] bool isEditing() const { return state() == EditingState; }
    void copySelection() const;
    void takeCurrentEditBack();
    void editCurrent();

    [[nodiscard]] QString currentFieldId() const;
    [[nodiscard]] const QString &currentAddressId() const { return m_currentId; }
    /// The next result of a search shows this address first.
    void expectAddress(const QString &addressId) { m_expectedId = addressId; }
    /// Makes a loaded address the current one; false when it is not loaded.
    bool chooseAddress(const QString &addressId);
    /// The field that the next chooseAddress() leads to; without effect when its column is hidden.
    void chooseColumn(const QString &fieldId);
    [[nodiscard]] ColumnWidths &columnWidths() { return *m_widths; }

public slots:
    void commitData(QWidget *editor) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;

signals:
    void addressChosen(const addressdesk::AddressRow &row);
    void nothingChosen();
    /// The person has gone to a row with a key or the mouse; not what follows from an edit.
    void rowChosen();
    /// Return has led to the next row, by habit or on purpose.
    void steppedOn();
    /// Escape while no cell is being edited.
    void escaped();
    /// The person types where nothing can be typed: in what is the customer's, or in a database that can only
    /// be read.
    void editImpossible(bool isOfCustomer);
    void editorOpened();
    void editorClosed();
    /// What was refused is not what stands in the editor any more.
    void refusedTextChanged();

protected:
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void focusInEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    /// Type-ahead would read the whole table.
    void keyboardSearch(const QString &) override {}

private:
    void setUpLook();
    void setUpColumns();
    void updateRowHeight();
    void chooseAfterReset();
    void chooseNearest();
    void limitSelection();
    void takeKey(QKeyEvent *event);
    /// False for a key that has no meaning of its own in a cell.
    [[nodiscard]] bool changeCell(int key);
    void tellUneditable(const QModelIndex &index);
    void moveDown(int rows);
    void tellCurrent();
    [[nodiscard]] QLineEdit *cellEditor() const;

    AddressTableModel &m_model;
    ColumnWidths *m_widths;
    QString m_currentId;
    QString m_expectedId;
    QString m_shownSearch;
    QStringList m_shownColumns;
    int m_currentRow = 0;
    int m_fieldColumn = AddressTableModel::FirstFieldColumn;
    bool m_isRefused = false;
};

} // namespace addressdesk
