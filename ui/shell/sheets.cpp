#include "ui/shell/sheets.h"

#include "ui/common/plaintext.h"
#include "ui/common/theme.h"

#include <QCoreApplication>
#include <QDialog>
#include <QGridLayout>
#include <QKeySequence>
#include <QLabel>
#include <QPushButton>

#include <vector>

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Sheets", text);
}

QString native(const QKeySequence &keys)
{
    return keys.toString(QKeySequence::NativeText);
}

struct Shortcut
{
    QString keys;
    QString what;
};

std::vector<Shortcut> shortcuts()
{
    const auto control = [](Qt::Key key) { return native(QKeySequence(Qt::CTRL | key)); };
    return {
        {tr("↑ ↓, J, K"), tr("Next or previous row")},
        {tr("A"), tr("Accept Invitation")},
        {tr("R"), tr("Reject Invitation")},
        {tr("Space"), tr("Open what is selected")},
        {control(Qt::Key_F), tr("Search")},
        {native(QKeySequence(QKeySequence::New)), tr("Add a client")},
        {native(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)), tr("They say they sent it: look everywhere")},
        {native(QKeySequence(QKeySequence::Print)), tr("Export or print")},
        {native(QKeySequence(QKeySequence::Undo)), tr("Take back the last decision")},
        {native(QKeySequence(Qt::Key_F5)), tr("Refresh")},
        {tr("%1 to %2").arg(control(Qt::Key_1), control(Qt::Key_7)), tr("Go to a section")},
        {control(Qt::Key_Q), tr("Quit")},
        {tr("?"), tr("This sheet")},
    };
}

QDialog *makeSheet(QWidget &parent, const QString &objectName, const QString &title)
{
    auto *sheet = new QDialog(&parent);
    sheet->setObjectName(objectName);
    sheet->setWindowTitle(title);
    sheet->setAccessibleName(title);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    return sheet;
}

QPushButton *makeClose(QDialog &sheet)
{
    auto *close = new QPushButton(tr("Close"), &sheet);
    close->setObjectName(QStringLiteral("closeSheet"));
    close->setAccessibleName(tr("Close"));
    QObject::connect(close, &QPushButton::clicked, &sheet, &QDialog::accept);
    return close;
}

} // namespace

void openShortcutSheet(QWidget &parent)
{
    QDialog *const sheet = makeSheet(parent, QStringLiteral("shortcutSheet"), tr("Keyboard shortcuts"));
    auto *grid = new QGridLayout(sheet);
    grid->setContentsMargins(20, 20, 20, 20);
    grid->setHorizontalSpacing(32);
    grid->setVerticalSpacing(Measure::gap + 2);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const Shortcut &shortcut : shortcuts()) {
        QLabel *const keys = plainLabel(sheet, QStringLiteral("shortcutKeys"));
        keys->setText(shortcut.keys);
        keys->setFont(themeFont(*sheet, 0, true));
        keys->setWordWrap(false);
        QLabel *const what = plainLabel(sheet, QStringLiteral("shortcutWhat"));
        what->setText(shortcut.what);
        what->setWordWrap(false);
        grid->addWidget(keys, row, 0);
        grid->addWidget(what, row, 1);
        ++row;
    }
    grid->addWidget(makeClose(*sheet), row, 0, 1, 2, Qt::AlignTrailing);
    sheet->open();
}

void openAbout(QWidget &parent)
{
    QDialog *const sheet = makeSheet(parent, QStringLiteral("aboutSheet"), tr("About Atlas"));
    sheet->setMinimumWidth(380);
    auto *logo = new QLabel(sheet);
    logo->setObjectName(QStringLiteral("aboutLogo"));
    logo->setPixmap(applicationIcon().pixmap(QSize(64, 64), sheet->devicePixelRatioF()));
    QLabel *const name = plainLabel(sheet, QStringLiteral("aboutName"));
    name->setText(tr("Atlas Desktop %1").arg(QStringLiteral(ATLAS_VERSION)));
    name->setFont(themeFont(*sheet, 3, true));
    QLabel *const text = plainLabel(sheet, QStringLiteral("aboutText"), true);
    text->setText(
        tr("Client invitations for accounting practices.\nLicensed under the Apache License 2.0. Uses Qt %1 under "
           "the LGPL.")
            .arg(QString::fromLatin1(qVersion())));
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(24, 24, 24, 20);
    column->setSpacing(Measure::gap + Measure::grid);
    column->addWidget(logo);
    column->addWidget(name);
    column->addWidget(text);
    column->addStretch(1);
    column->addWidget(makeClose(*sheet), 0, Qt::AlignTrailing);
    sheet->open();
}
