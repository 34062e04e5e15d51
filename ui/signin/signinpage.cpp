#include "ui/signin/signinpage.h"

#include "ui/common/busybar.h"
#include "ui/common/plaintext.h"
#include "ui/common/quietlabel.h"
#include "ui/common/sentences.h"
#include "ui/common/theme.h"
#include "ui/signin/signinform.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace {

constexpr int cardWidth = 400;
constexpr int logoSize = 64;

} // namespace

SignInPage::SignInPage(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_form(new SignInForm(this))
    , m_progress(new BusyBar(QStringLiteral("signInProgress"), tr("Asking the service"), this))
{
    setObjectName(QStringLiteral("signInPage"));
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("signInScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    auto *middle = new QWidget(scroll);
    middle->setObjectName(QStringLiteral("signInMiddle"));
    auto *around = new QVBoxLayout(middle);
    around->setContentsMargins(Measure::margin, Measure::margin, Measure::margin, Measure::margin);
    around->addStretch(2);
    auto *across = new QHBoxLayout;
    across->addStretch(1);
    across->addWidget(makeCard());
    across->addStretch(1);
    around->addLayout(across);
    around->addStretch(3);
    scroll->setWidget(middle);
    middle->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scroll);

    connect(m_form, &SignInForm::confirmed, &m_session, &Session::signIn);
    connect(&m_session, &Session::signInStateChanged, this, &SignInPage::showState);
    showState();
}

QWidget *SignInPage::makeCard()
{
    auto *card = new QWidget(this);
    card->setObjectName(QStringLiteral("signInCard"));
    card->setFixedWidth(cardWidth);
    auto *logo = new QLabel(card);
    logo->setObjectName(QStringLiteral("signInLogo"));
    logo->setPixmap(applicationIcon().pixmap(QSize(logoSize, logoSize), devicePixelRatioF()));
    QLabel *const title = plainLabel(card, QStringLiteral("signInTitle"));
    title->setText(tr("Sign in to Atlas"));
    title->setFont(themeFont(*this, 6, true));
    QLabel *const text = plainLabel(card, QStringLiteral("signInText"));
    text->setText(tr("Review your practice's client invitations here, also without a connection."));
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Measure::gap);
    column->addWidget(logo);
    column->addSpacing(Measure::grid);
    column->addWidget(title);
    column->addWidget(text);
    column->addSpacing(Measure::gap);
    column->addWidget(m_form);
    column->addWidget(m_progress);
    return card;
}

void SignInPage::showState()
{
    const bool checking = m_session.signInState() == SignInState::Checking;
    const std::optional<Error> error = m_session.signInError();
    m_progress->setVisible(checking);
    if (m_session.signInState() == SignInState::SignedIn)
        m_form->forgetToken(); // Else whoever comes after a person who signed out could press the button again
    // While it waits for an answer that may never come, another address can be tried.
    m_form->setBusy(checking && !error);
    m_form->setServer(m_session.server());
    m_form->setTokenGiven(m_session.hasToken());
    if (error && checking)
        m_form->sayError(tr("%1 It is tried again by itself.").arg(Sentences::signIn(*error)));
    else if (error)
        m_form->sayError(Sentences::signIn(*error));
    else if (!checking && m_session.overview().status.offlineByChoice) // nobody has been here, and nothing may be asked
        m_form->sayError(Sentences::signIn(Error{ErrorKind::NotFound, {}}));
    else
        m_form->sayError({});
}

void SignInPage::signOut(bool deleteDesk)
{
    m_session.signOut(deleteDesk, this, [this](const Result<void> &done) {
        // Refused where another person's account was opened meanwhile: that is what one sees now.
        if (!done && done.error().kind != ErrorKind::SignedOut)
            m_form->sayError(tr("You are signed out, but not all of Atlas's files could be removed from this computer. "
                                "They hold what the service said. Remove them yourself, or ask your administrator."));
    });
}

void SignInPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_form->focusFirst();
}

void SignInPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), themeOf(*this).surface);
}
