#include "ui/signin/signinpage.h"

#include "core/domain/serveraddress.h"
#include "ui/common/buttons.h"
#include "ui/common/sentences.h"
#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"

#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace {

constexpr int cardWidth = 420;

QLineEdit *addField(QVBoxLayout &layout, QWidget *parent, const QString &objectName, const QString &name)
{
    auto *caption = new QLabel(name, parent);
    caption->setObjectName(objectName + QStringLiteral("Caption"));
    caption->setTextFormat(Qt::PlainText);
    auto *field = new QLineEdit(parent);
    field->setObjectName(objectName);
    field->setAccessibleName(name);
    caption->setBuddy(field);
    layout.addWidget(caption);
    layout.addWidget(field);
    return field;
}

WrapLabel *addErrorLine(QVBoxLayout &layout, QWidget *parent, const QString &objectName)
{
    auto *line = new WrapLabel(objectName, parent);
    QPalette palette = line->palette();
    palette.setColor(QPalette::WindowText, themeOf(*parent).danger);
    line->setPalette(palette);
    line->hide();
    layout.addWidget(line);
    return line;
}

} // namespace

SignInPage::SignInPage(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
{
    setObjectName(QStringLiteral("signInPage"));
    build();
    connect(&m_session, &Session::signInStateChanged, this, &SignInPage::takeState);
    takeState();
}

void SignInPage::build()
{
    auto *outer = new QVBoxLayout(this);
    auto *card = new QWidget(this);
    card->setObjectName(QStringLiteral("signInCard"));
    card->setMaximumWidth(cardWidth);
    auto *layout = new QVBoxLayout(card);
    layout->setSpacing(Measure::gap);

    auto *title = new QLabel(tr("Sign in to Atlas"), card);
    title->setObjectName(QStringLiteral("signInTitle"));
    title->setFont(themeFont(*this, 6, true));
    auto *lead = new WrapLabel(QStringLiteral("signInLead"), card);
    lead->setText(tr("Your practice's administrator gives you the service's address and a personal access token."));
    layout->addWidget(title);
    layout->addWidget(lead);
    layout->addSpacing(Measure::gap);

    m_server = addField(*layout, card, QStringLiteral("server"), tr("Address of the service"));
    m_server->setPlaceholderText(QStringLiteral("https://atlas.example.com"));
    m_serverError = addErrorLine(*layout, card, QStringLiteral("serverError"));
    m_token = addField(*layout, card, QStringLiteral("token"), tr("Personal access token"));
    m_token->setEchoMode(QLineEdit::Password);
    m_tokenError = addErrorLine(*layout, card, QStringLiteral("tokenError"));
    auto *kept = new WrapLabel(QStringLiteral("tokenKept"), card);
    kept->setText(tr("The token is used until you quit and is not written to this computer."));
    layout->addWidget(kept);
    buildMore(card);

    m_error = addErrorLine(*layout, card, QStringLiteral("signInError"));
    m_progress = new QProgressBar(card);
    m_progress->setObjectName(QStringLiteral("signInProgress"));
    m_progress->setAccessibleName(tr("Asking the service"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    layout->addWidget(m_progress);
    m_signIn = new QPushButton(tr("Sign in"), card);
    m_signIn->setObjectName(QStringLiteral("signIn"));
    m_signIn->setAccessibleName(tr("Sign in"));
    m_signIn->setDefault(true);
    setWeight(*m_signIn, ButtonWeight::Primary);
    layout->addWidget(m_signIn, 0, Qt::AlignLeft);

    outer->addStretch(1);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(card, 8);
    row->addStretch(1);
    outer->addLayout(row);
    outer->addStretch(2);
    connect(m_signIn, &QPushButton::clicked, this, &SignInPage::trySignIn);
    for (QLineEdit *field : {m_server, m_token})
        connect(field, &QLineEdit::returnPressed, this, &SignInPage::trySignIn);
}

void SignInPage::buildMore(QWidget *card)
{
    m_more = new QToolButton(card);
    m_more->setObjectName(QStringLiteral("moreSignIn"));
    m_more->setText(tr("More"));
    m_more->setAccessibleName(tr("More sign-in options"));
    m_more->setCheckable(true);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setArrowType(Qt::RightArrow);
    setWeight(*m_more, ButtonWeight::Quiet);
    m_moreArea = new QWidget(card);
    m_moreArea->setObjectName(QStringLiteral("moreSignInArea"));
    auto *area = new QVBoxLayout(m_moreArea);
    area->setContentsMargins(0, 0, 0, 0);
    m_caFile = addField(*area, m_moreArea, QStringLiteral("caFile"), tr("Additional trusted root certificate (PEM file)"));
    auto *choose = new QPushButton(tr("Choose a file..."), m_moreArea);
    choose->setObjectName(QStringLiteral("chooseCaFile"));
    choose->setAccessibleName(tr("Choose a certificate file"));
    area->addWidget(choose, 0, Qt::AlignLeft);
    m_moreArea->hide();
    card->layout()->addWidget(m_more);
    card->layout()->addWidget(m_moreArea);
    connect(choose, &QPushButton::clicked, this, &SignInPage::chooseCaFile);
    connect(m_more, &QToolButton::toggled, this, [this](bool open) {
        m_more->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        m_moreArea->setVisible(open);
    });
}

void SignInPage::takeState()
{
    if (m_server->text().isEmpty() && !m_session.server().isEmpty())
        m_server->setText(m_session.server().toString());
    showState();
}

void SignInPage::showState()
{
    const SignInState state = m_session.signInState();
    const bool checking = state == SignInState::Checking || state == SignInState::Starting;
    const std::optional<Error> error = m_session.signInError();
    m_progress->setVisible(checking);
    m_error->setText(error ? Sentences::signIn(*error) : QString());
    if (error && checking)
        m_error->setText(m_error->text() + u' ' + tr("It is tried again by itself."));
    m_error->setVisible(error.has_value());
    // While it waits for an answer that may never come, another address can be tried.
    const bool waiting = checking && !error;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_server, m_token, m_caFile, m_signIn})
        widget->setEnabled(!waiting);
}

void SignInPage::setFieldError(QLineEdit &field, WrapLabel &line, const QString &error)
{
    line.setText(error);
    line.setVisible(!error.isEmpty());
    field.setAccessibleDescription(error);
}

std::optional<QUrl> SignInPage::checkedServer()
{
    const Result<QUrl> server = readServerAddress(m_server->text());
    if (server) {
        setFieldError(*m_server, *m_serverError, {});
        return *server;
    }
    const bool plain = server.error().detail == QLatin1StringView("not https");
    setFieldError(*m_server, *m_serverError,
                  plain ? tr("Only https is used, also on this computer: plain http would show your token and your clients' "
                             "data to the network.")
                        : tr("This is no address of a service. It looks like https://atlas.example.com, with a port if need "
                             "be, and nothing after it."));
    m_server->setFocus();
    return std::nullopt;
}

std::optional<QByteArray> SignInPage::checkedToken()
{
    const QByteArray token = m_token->text().trimmed().toUtf8();
    const bool plain = std::all_of(token.begin(), token.end(), [](char c) { return c > ' ' && c < 0x7f; });
    const QString error = token.isEmpty() ? tr("Paste the token that your administrator gave you.")
                          : !plain        ? tr("This is no access token: it holds spaces or letters that no token has.")
                                          : QString();
    setFieldError(*m_token, *m_tokenError, error);
    if (error.isEmpty())
        return token;
    m_token->setFocus();
    return std::nullopt;
}

void SignInPage::trySignIn()
{
    const std::optional<QUrl> server = checkedServer();
    if (!server)
        return;
    const std::optional<QByteArray> token = checkedToken();
    if (!token)
        return;
    m_session.signIn({*server, m_caFile->text().trimmed(), *token});
}

void SignInPage::chooseCaFile()
{
    auto *dialog = new QFileDialog(this, tr("Additional trusted root certificate"));
    dialog->setObjectName(QStringLiteral("caFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Certificates (*.pem *.crt *.cer)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, m_caFile, &QLineEdit::setText);
    dialog->open();
}
