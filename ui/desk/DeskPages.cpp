#include "ui/desk/DeskPages.h"

#include "ui/addresses/AddressGrid.h"
#include "ui/desk/WelcomePage.h"
#include "ui/widgets/ScrolledForm.h"

#include <QVBoxLayout>

namespace addressdesk {

DeskPages::DeskPages(AddressTableModel &model, QWidget *parent)
    : QStackedWidget(parent), m_welcome(new WelcomePage(this))
{
    auto *desk = new QWidget(this);
    m_grid = new AddressGrid(model, desk);
    addWidget(new ScrolledForm(m_welcome, this));
    addWidget(desk);
    auto *layout = new QVBoxLayout(desk);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_grid);
}

/// The window may be as small as the page that is shown, whatever the other one needs.
void DeskPages::showRows(bool isOpen)
{
    const int shown = isOpen ? 1 : 0;
    for (int page = 0; page < count(); ++page) {
        const QSizePolicy::Policy policy = page == shown ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        widget(page)->setSizePolicy(policy, policy);
    }
    setCurrentIndex(shown);
}

} // namespace addressdesk
