#include "ui/shell/signoutdialog.h"

#include "ui/common/buttons.h"
#include "ui/common/plaintext.h"
#include "ui/common/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

SignOutDialog::SignOutDialog(const Session &session, QWidget *parent)
    : QDialog(parent)
    , m_delete(new QCheckBox(tr("Also delete my decisions, drafts, notes and templates from this computer"), this))
{
    setObjectName(QStringLiteral("signOutDialog"));
    setWindowTitle(tr("Sign out"));
    setAccessibleName(windowTitle());
    setMinimumWidth(440);
    QLabel *const text = plainLabel(this, QStringLiteral("signOutText"));
    text->setText(tr("The copy of the service's data is removed from this computer."));
    QLabel *const stays = plainLabel(this, QStringLiteral("signOutStays"));
    stays->setText(
        tr("What is yours stays, and is there when you sign in again: decisions not sent: %1, cards: %2, drafts, "
           "internal notes and reply templates.")
            .arg(session.overview().waiting.size())
            .arg(session.overview().attention.size()));
    m_delete->setObjectName(QStringLiteral("deleteDesk"));
    m_delete->setAccessibleName(m_delete->text());
    QLabel *const warning = plainLabel(this, QStringLiteral("signOutWarning"));
    warning->setText(tr("Decisions that were not sent are then never sent. This can't be undone."));
    warning->hide();
    connect(m_delete, &QCheckBox::toggled, warning, &QWidget::setVisible);
    m_person.changes(session.overview().account);
    connect(&session, &Session::changed, this, [this, &session] {
        if (m_person.changes(session.overview().account))
            reject();
    });

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 20);
    column->setSpacing(Measure::gap + Measure::grid);
    for (QWidget *part : std::initializer_list<QWidget *>{text, stays, m_delete, warning})
        column->addWidget(part);
    column->addStretch(1);
    column->addLayout(makeButtons());
}

QLayout *SignOutDialog::makeButtons()
{
    // In the order in which they stand: so goes the Tab key.
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("cancelSignOut"));
    auto *signOut = new QPushButton(tr("Sign out"), this);
    signOut->setObjectName(QStringLiteral("confirmSignOut"));
    setWeight(*signOut, ButtonWeight::Primary);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    for (QPushButton *button : {cancel, signOut}) {
        button->setAccessibleName(button->text());
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(signOut, &QPushButton::clicked, this, [this] {
        emit confirmed(m_delete->isChecked());
        accept();
    });
    return buttons;
}
