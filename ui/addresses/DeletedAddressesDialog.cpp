#include "ui/addresses/DeletedAddressesDialog.h"

#include "models/wording/Sentences.h"
#include "ui/appearance/Appearance.h"
#include "ui/appearance/Icons.h"
#include "ui/appearance/LineEditButtons.h"
#include "ui/widgets/FoldedMessage.h"
#include "ui/widgets/ListTable.h"
#include "ui/widgets/ScreenFit.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace addressdesk {

namespace {

using appearance::step;
constexpr int filterPauseMs = 120;

} // namespace

DeletedAddressesDialog::DeletedAddressesDialog(QWidget *parent)
    : QDialog(parent), m_filter(new QLineEdit(this)), m_table(new QTableView(this)),
      m_state(new FoldedMessage(this)),
      m_restore(new QPushButton(icons::icon(QStringLiteral("restore")), tr("&Restore"), this))
{
    setObjectName(QStringLiteral("deletedAddresses"));
    setWindowTitle(tr("Deleted addresses"));
    m_filter->setObjectName(QStringLiteral("deletedFilter"));
    m_filter->setAccessibleName(tr("Search deleted addresses"));
    m_filter->setPlaceholderText(tr("Name, street, city…"));
    appearance::addFindButtons(*m_filter, QStringLiteral("search"));
    m_filter->installEventFilter(this);
    m_state->setObjectName(QStringLiteral("deletedState"));
    buildTable();
    m_restore->setObjectName(QStringLiteral("restore"));
    m_restore->setAccessibleName(tr("Restore"));
    m_restore->setDefault(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_restore, QDialogButtonBox::ActionRole);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * step, 3 * step, 3 * step, 3 * step);
    layout->setSpacing(2 * step);
    layout->addWidget(m_filter);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_state);
    layout->addWidget(buttons);
    resize(200 * step, 100 * step);
    new ScreenFit(*this);

    m_pause.setSingleShot(true);
    m_pause.setInterval(filterPauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] { m_model.setSearch(m_filter->text().simplified()); });
    connect(m_filter, &QLineEdit::textChanged, this, [this] { m_pause.start(); });
    connect(m_restore, &QPushButton::clicked, this, &DeletedAddressesDialog::restoreCurrent);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(&m_model, &DeletedAddressesModel::loaded, this, &DeletedAddressesDialog::showState);
    connect(&m_model, &DeletedAddressesModel::failed, this, &DeletedAddressesDialog::showFailure);
}

void DeletedAddressesDialog::buildTable()
{
    m_table->setObjectName(QStringLiteral("deletedTable"));
    m_table->setAccessibleName(tr("Deleted addresses"));
    listTable::setUp(*m_table, m_model, {20, 44, 18, 12});
    connect(m_table, &QTableView::doubleClicked, this, &DeletedAddressesDialog::restoreCurrent);
}

void DeletedAddressesDialog::setSession(DeskSession *session)
{
    m_session = session;
    m_model.setSession(session);
    showState();
}

void DeletedAddressesDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    m_filter->setFocus();
    m_filter->selectAll();
    m_model.reload();
}

void DeletedAddressesDialog::showState()
{
    const bool isEmpty = m_model.rowCount() == 0;
    if (!isEmpty && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model.index(0, 0));
    m_restore->setEnabled(!isEmpty);
    m_state->say(FoldedMessage::Tone::Quiet, hint());
}

QString DeletedAddressesDialog::hint() const
{
    if (m_model.isCut())
        return tr("Only the latest %n are shown; type to find others.", nullptr, m_model.rowCount());
    if (m_model.rowCount() > 0)
        return tr("A deleted address comes back as it was, with its history.");
    return m_filter->text().isEmpty()
               ? tr("No address is deleted.")
               : tr("No deleted address matches %1.").arg(wording::quotedBriefly(m_filter->text()));
}

void DeletedAddressesDialog::showFailure(const Error &error)
{
    if (error.code != ErrorCode::Cancelled) {
        m_state->say(FoldedMessage::Tone::Problem,
                     wording::sentence(error, m_session ? &m_session->description().url : nullptr),
                     wording::technicalDetails(error));
    }
}

void DeletedAddressesDialog::restoreCurrent()
{
    const QString addressId = m_model.addressId(m_table->currentIndex().row());
    if (addressId.isEmpty())
        return;
    emit restoreRequested(addressId);
    accept(); // A second Return must not restore the next one, too.
}

bool DeletedAddressesDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            QCoreApplication::sendEvent(m_table, event);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace addressdesk
