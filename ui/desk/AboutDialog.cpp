#include "ui/desk/AboutDialog.h"

#include "ui/appearance/Appearance.h"
#include "ui/appearance/Icons.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace addressdesk {

using appearance::step;

AboutDialog::AboutDialog(QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("aboutDialog"));
    setWindowTitle(tr("About Address Desk"));
    auto *icon = new QLabel(this);
    icon->setPixmap(icons::applicationIcon().pixmap(16 * step, 16 * step));
    icon->setAlignment(Qt::AlignTop);
    auto *title = new QLabel(tr("Address Desk"), this);
    title->setFont(appearance::bold(appearance::scaled(font(), 1.4)));
    auto *version = new QLabel(
        tr("Version %1, with Qt %2").arg(QStringLiteral(ADDRESSDESK_VERSION), QLatin1String(qVersion())),
        this);
    version->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *what = new QLabel(
        tr("Corrects customers' addresses, with a history in which every change can be set back."), this);
    what->setWordWrap(true);
    // The README says the same, and a check compares them.
    auto *licences = new QLabel(
        tr("Address Desk is free software under the MIT licence. It uses Qt 6 (LGPL 3), QtKeychain "
           "(BSD), libcurl (curl), GNU libmicrohttpd (LGPL 2.1), libqrencode (LGPL 2.1), "
           "tl::expected (CC0), SQLite (public domain) and libpq (PostgreSQL licence). The sample's "
           "places come from INSEE and La Poste (Licence Ouverte 2.0), GeoNames (CC BY 4.0) and "
           "federalgovernmentzipcodes.us (public domain)."),
        this);
    licences->setWordWrap(true);
    appearance::makeQuiet(licences);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *text = new QVBoxLayout;
    text->setSpacing(2 * step);
    for (QLabel *label : {title, version, what, licences})
        text->addWidget(label);
    text->addWidget(buttons);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(4 * step, 4 * step, 4 * step, 4 * step);
    layout->setSpacing(4 * step);
    layout->addWidget(icon, 0, Qt::AlignTop);
    layout->addLayout(text, 1);
    setMinimumWidth(120 * step);
}

} // namespace addressdesk
