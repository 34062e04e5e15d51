#include "ui/invitations/unsavednotedialog.h"

#include "ui/common/buttons.h"
#include "ui/common/flowlayout.h"
#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"
#include "ui/invitations/messagecard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

UnsavedNoteDialog::UnsavedNoteDialog(Kind kind, const QStringList &words, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("unsavedNoteDialog"));
    const bool ofClient = kind == Kind::ClientNote;
    setWindowTitle(ofClient ? tr("Note not added") : tr("Internal note not saved"));
    setAccessibleName(windowTitle());
    setModal(true);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(360);
    const QString all = words.join(QStringLiteral("\n\n"));
    auto *text = new WrapLabel(QStringLiteral("unsavedNoteText"), this);
    text->setText(ofClient ? tr("You have written this note and not added it. If you leave now, it is lost.")
                           : tr("This could not be saved, or is too long to be. If you leave now, it is lost."));
    auto *card = new MessageCard(QStringLiteral("unsavedNoteWords"), 4, this);
    card->setAccessibleName(ofClient ? tr("Note") : tr("Internal note"));
    card->showText(all);
    auto *stay = new QPushButton(tr("Stay"), this);
    stay->setObjectName(QStringLiteral("stay"));
    stay->setDefault(true);
    setWeight(*stay, ButtonWeight::Primary);
    auto *copy = new QPushButton(tr("Copy note"), this);
    copy->setObjectName(QStringLiteral("copyNote"));
    auto *leave = new QPushButton(tr("Leave without it"), this);
    leave->setObjectName(QStringLiteral("leaveWithoutNote"));
    auto *buttons = new FlowLayout(Measure::gap);
    for (QPushButton *button : {stay, copy, leave}) {
        button->setAccessibleName(button->text());
        button->setAutoDefault(button == stay);
        buttons->addWidget(button);
    }
    connect(stay, &QPushButton::clicked, this, &QDialog::reject);
    connect(copy, &QPushButton::clicked, this, [all] { QGuiApplication::clipboard()->setText(all); });
    connect(leave, &QPushButton::clicked, this, [this] {
        accept();
        emit leaveAsked();
    });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 20);
    column->setSpacing(Measure::gap + Measure::grid);
    column->addWidget(text);
    column->addWidget(card);
    column->addStretch(1);
    column->addLayout(buttons);
    stay->setFocus();
    // The words know their height once they have their width.
    QTimer::singleShot(0, this, [this, column] { resize(width(), column->totalHeightForWidth(width())); });
}
