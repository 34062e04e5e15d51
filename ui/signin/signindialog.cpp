#include "ui/signin/signindialog.h"

#include "ui/common/plaintext.h"
#include "ui/common/theme.h"
#include "ui/signin/signinform.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

SignInDialog::SignInDialog(const QUrl &server, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("signInDialog"));
    setWindowTitle(tr("Sign in again"));
    setAccessibleName(windowTitle());
    auto *form = new SignInForm(this);
    QLabel *const text = plainLabel(this, QStringLiteral("signInAgainText"));
    text->setText(tr("Decisions wait here, and are sent once you are signed in as the same person."));
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("cancelSignIn"));
    cancel->setAccessibleName(tr("Cancel"));
    cancel->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Measure::margin, Measure::margin, Measure::margin, Measure::margin);
    column->setSpacing(Measure::gap);
    column->addWidget(text);
    column->addWidget(form);
    column->addWidget(cancel);
    column->addStretch(1);
    setMinimumWidth(420);
    form->setServer(server);
    form->focusFirst();
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(form, &SignInForm::confirmed, this, [this](const SignIn &signIn) {
        emit confirmed(signIn);
        accept();
    });
}
