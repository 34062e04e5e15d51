#include "ui/signin/signinform.h"

#include "core/domain/pem.h"
#include "core/domain/serveraddress.h"
#include "ui/common/noticebar.h"
#include "ui/common/plaintext.h"
#include "ui/common/quietlabel.h"
#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace {

QString faultOf(const QString &typed)
{
    if (typed.trimmed().isEmpty())
        return SignInForm::tr("Type the address of your practice's service, such as atlas.example.com.");
    if (typed.trimmed().startsWith(QLatin1StringView("http:"), Qt::CaseInsensitive))
        return SignInForm::tr("Atlas speaks https only: what is sent over plain http can be read on the way.");
    return SignInForm::tr("This is not an address that can be used. It is a name, and where needed a port: "
                          "atlas.example.com or atlas.example.com:8443.");
}

/// What goes into a request's header: visible ASCII, one word.
bool isToken(const QByteArray &token)
{
    return std::all_of(token.begin(), token.end(), [](char c) { return c > ' ' && c < 0x7f; });
}

} // namespace

SignInForm::SignInForm(QWidget *parent)
    : QWidget(parent)
    , m_notice(new NoticeBar(QStringLiteral("signInNotice"), this))
    , m_server(makeField(QStringLiteral("server"), tr("Address of the service")))
    , m_token(makeField(QStringLiteral("token"), tr("Personal access token")))
    , m_moreButton(new QToolButton(this))
    , m_more(new QWidget(this))
    , m_caFile(makeField(QStringLiteral("caFile"), tr("Additional trusted root certificate (PEM file)")))
    , m_choose(new QPushButton(tr("Choose…"), this))
    , m_signIn(new QPushButton(tr("Sign in"), this))
{
    setObjectName(QStringLiteral("signInForm"));
    buildMore();
    build();
    connect(m_signIn, &QPushButton::clicked, this, &SignInForm::confirm);
    for (const Field &field : {m_server, m_token, m_caFile}) {
        connect(field.edit, &QLineEdit::returnPressed, this, &SignInForm::confirm);
        connect(field.edit, &QLineEdit::textEdited, field.error, &QWidget::hide);
    }
    connect(m_moreButton, &QToolButton::toggled, this, [this](bool open) {
        m_more->setVisible(open);
        m_moreButton->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    });
    connect(m_choose, &QPushButton::clicked, this, &SignInForm::chooseFile);
}

SignInForm::Field SignInForm::makeField(const QString &objectName, const QString &label)
{
    Field field{new QLineEdit(this), new WrapLabel(objectName + QStringLiteral("Error"), this)};
    field.edit->setObjectName(objectName);
    field.edit->setAccessibleName(label);
    field.error->hide();
    return field;
}

void SignInForm::buildMore()
{
    m_moreButton->setObjectName(QStringLiteral("signInMore"));
    m_moreButton->setText(tr("More"));
    m_moreButton->setAccessibleName(tr("More sign-in options"));
    m_moreButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_moreButton->setArrowType(Qt::RightArrow);
    m_moreButton->setCheckable(true);
    m_moreButton->setAutoRaise(true);
    setWeight(*m_moreButton, ButtonWeight::Quiet);
    m_choose->setObjectName(QStringLiteral("chooseCaFile"));
    m_choose->setAccessibleName(tr("Choose a certificate file"));
    m_choose->setAutoDefault(false);
    m_more->hide();

    auto *caption = new QuietLabel(QStringLiteral("caFileLabel"), m_more);
    caption->setText(tr("Additional trusted root certificate (PEM file)"));
    caption->setBuddy(m_caFile.edit);
    auto *help = new QuietLabel(QStringLiteral("caFileHelp"), m_more);
    help->setWordWrap(true);
    help->setText(tr("Only for a practice with a certificate authority of its own."));
    auto *line = new QHBoxLayout;
    line->setSpacing(Measure::gap);
    line->addWidget(m_caFile.edit, 1);
    line->addWidget(m_choose);
    auto *column = new QVBoxLayout(m_more);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Measure::grid);
    column->addWidget(caption);
    column->addLayout(line);
    column->addWidget(m_caFile.error);
    column->addWidget(help);
}

void SignInForm::build()
{
    m_notice->hide();
    m_token.edit->setEchoMode(QLineEdit::Password);
    m_token.edit->setMaxLength(16 * 1024);
    m_server.edit->setPlaceholderText(tr("atlas.example.com"));
    m_server.edit->setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhNoAutoUppercase);
    m_signIn->setObjectName(QStringLiteral("signIn"));
    m_signIn->setAccessibleName(tr("Sign in"));
    setWeight(*m_signIn, ButtonWeight::Primary);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Measure::grid);
    column->addWidget(m_notice);
    const auto add = [this, column](const Field &field) {
        auto *caption = new QuietLabel(field.edit->objectName() + QStringLiteral("Label"), this);
        caption->setText(field.edit->accessibleName());
        caption->setBuddy(field.edit);
        column->addSpacing(Measure::gap);
        column->addWidget(caption);
        column->addWidget(field.edit);
        column->addWidget(field.error);
        return caption;
    };
    add(m_server);
    m_tokenCaption = add(m_token);
    m_tokenHelp = new QuietLabel(QStringLiteral("tokenHelp"), this);
    m_tokenHelp->setWordWrap(true);
    column->addWidget(m_tokenHelp);
    setTokenGiven(false);
    column->addSpacing(Measure::gap);
    column->addWidget(m_moreButton, 0, Qt::AlignLeading);
    column->addWidget(m_more);
    column->addSpacing(Measure::gap);
    column->addWidget(m_signIn);
}

void SignInForm::setServer(const QUrl &server)
{
    if (m_server.edit->text().isEmpty() && !server.isEmpty())
        m_server.edit->setText(server.toString());
}

void SignInForm::setTokenGiven(bool given)
{
    m_tokenGiven = given;
    m_tokenCaption->setVisible(!given);
    m_token.edit->setVisible(!given);
    m_tokenHelp->setText(
        given ? tr("Your personal access token was read from the file that Atlas was started with. It is sent to this "
                   "address only.")
              : tr("Made in Atlas in the browser, under your profile. It is kept for this session only: Atlas asks for "
                   "it again at the next start."));
}

void SignInForm::setBusy(bool busy)
{
    for (QWidget *part : std::initializer_list<QWidget *>{m_server.edit, m_token.edit, m_moreButton, m_more, m_signIn})
        part->setEnabled(!busy);
    m_signIn->setText(busy ? tr("Asking the service…") : tr("Sign in"));
}

void SignInForm::sayError(const QString &text)
{
    m_notice->say(NoticeBar::Tone::Danger, QStringLiteral("attention"), text);
    m_notice->setVisible(!text.isEmpty());
}

void SignInForm::forgetToken()
{
    m_token.edit->setText({}); // Nor can it be brought back by Undo
}

void SignInForm::focusFirst()
{
    const bool asksToken = !m_tokenGiven && !m_server.edit->text().isEmpty();
    (asksToken ? m_token : m_server).edit->setFocus(Qt::OtherFocusReason);
}

void SignInForm::sayFault(Field &field, const QString &text)
{
    QPalette palette = field.error->palette();
    palette.setColor(QPalette::WindowText, themeOf(*this).danger);
    field.error->setPalette(palette);
    field.error->setText(text);
    field.error->show();
    // A screen reader hears it with the field.
    field.edit->setAccessibleDescription(text);
    field.edit->setFocus(Qt::OtherFocusReason);
}

QString SignInForm::caFileFault() const
{
    constexpr qint64 largest = 4 * 1024 * 1024; // as TLS reads it
    const QString path = m_caFile.edit->text().trimmed();
    if (path.isEmpty())
        return {};
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return tr("This file can't be read. Choose a PEM file, or leave this empty.");
    if (!holdsCertificate(file.read(largest)))
        return tr("There is no certificate in this file. Choose a PEM file with the service's root, or leave this empty.");
    return {};
}

void SignInForm::confirm()
{
    for (const Field &field : {m_server, m_token, m_caFile}) {
        field.error->hide();
        field.edit->setAccessibleDescription({});
    }
    sayError({});
    const Result<QUrl> server = readServerAddress(m_server.edit->text());
    const QByteArray token = m_tokenGiven ? QByteArray() : m_token.edit->text().trimmed().toUtf8();
    if (!server) {
        sayFault(m_server, faultOf(m_server.edit->text()));
    } else if (token.isEmpty() && !m_tokenGiven) {
        sayFault(m_token, tr("Paste a personal access token."));
    } else if (!isToken(token)) {
        sayFault(m_token, tr("This is no access token: it holds spaces or letters that no token has."));
    } else if (const QString fault = caFileFault(); !fault.isEmpty()) {
        m_moreButton->setChecked(true);
        sayFault(m_caFile, fault);
    } else {
        emit confirmed({*server, m_caFile.edit->text().trimmed(), token});
    }
}

void SignInForm::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Choose an additional trusted root"));
    dialog->setObjectName(QStringLiteral("caFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Certificates (*.pem *.crt *.cer)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, m_caFile.edit, &QLineEdit::setText);
    dialog->open();
}
