#include "ui/clients/disconnectdialog.h"

#include "ui/common/factsheet.h"
#include "ui/common/plaintext.h"
#include "ui/common/quietlabel.h"
#include "ui/common/spoofing.h"
#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"
#include "ui/invitations/limitedtext.h"
#include "ui/invitations/reasonlist.h"
#include "ui/invitations/reviewnotice.h"

#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace {

// The contract's: components/schemas/DisconnectClient.
constexpr int mostOwnWords = 500;
constexpr int mostMessage = 4'000;

} // namespace

DisconnectDialog::DisconnectDialog(const ClientDetails &details, const std::vector<Reason> &reasons,
                                   const ClientTerms &terms, QWidget *parent)
    : ConfirmDialog(QStringLiteral("disconnectDialog"), tr("Disconnect Client"), tr("Disconnect Client"), parent)
    , m_details(details)
    , m_terms(terms)
{
    addHead();
    addWarning();
    addReasons(reasons);
    addMessage(std::clamp(terms.account ? terms.account->replyMessageLimit : mostMessage, 0, mostMessage));
    setReasons(reasons);
    fitToScreen(560);
    if (QWidget *first = m_reasons->firstButton())
        first->setFocus();
}

void DisconnectDialog::addHead()
{
    const Client &client = m_details.client;
    m_notice = new ReviewNotice(&content());
    auto *company = new WrapLabel(QStringLiteral("company"), &content());
    company->setFont(themeFont(*this, 3, true));
    company->setText(companyLine(client.companyName));
    auto *facts = new FactSheet(&content());
    WrapLabel *owner = facts->addFact(QStringLiteral("owner"), tr("Owner"));
    WrapLabel *email = facts->addFact(QStringLiteral("email"), tr("E-mail"));
    WrapLabel *mixed = facts->addFact(QStringLiteral("mixedLetters"), tr("Take care"));
    WrapLabel *branch = facts->addFact(QStringLiteral("branch"), tr("Branch"));
    facts->setFact(owner, ownerLine(client.ownerName));
    facts->setFact(email, oneLine(client.ownerEmail, 320));
    warnOfMixedLetters(*facts, *mixed, {client.companyName, client.ownerName, client.ownerEmail});
    facts->setFact(branch, m_details.branch ? branchLine(m_details.branch->name) : client.branchId.text());
    for (QWidget *part : std::initializer_list<QWidget *>{m_notice, company, facts})
        column().addWidget(part);
}

void DisconnectDialog::addWarning()
{
    auto *warning = new WrapLabel(QStringLiteral("disconnectWarning"), &content());
    warning->setText(
        tr("Everyone at your firm loses access to this client's account. Once it has been sent this can't be "
           "taken back: the client would have to invite you again."));
    warning->setFault(true);
    column().addWidget(warning);
}

void DisconnectDialog::addReasons(const std::vector<Reason> &reasons)
{
    auto *group = new QVBoxLayout;
    group->setSpacing(Measure::grid);
    auto *caption = new QuietLabel(QStringLiteral("reasonCaption"), &content());
    caption->setText(tr("Reason · The client will read this"));
    m_noReasons = new WrapLabel(QStringLiteral("noReasons"), &content());
    m_noReasons->setText(tr("The reasons have not come from the service yet. They come with the next connection; what "
                            "you write here is kept until then."));
    m_reasons = new ReasonList(&content(), ReasonUse::Disconnection);
    QWidget *const own = makeOwnWords();
    m_reasons->setOwnWords(own);
    for (QWidget *part : std::initializer_list<QWidget *>{caption, m_noReasons, m_reasons})
        group->addWidget(part);
    column().addLayout(group);
    connect(m_reasons, &ReasonList::reasonChosen, this, &DisconnectDialog::refresh);
    connect(m_reasons, &ReasonList::reasonChosen, this, [this, own] {
        QTimer::singleShot(0, own, [this, own] { // Once it has got its place
            growToFit();
            if (!own->isHidden())
                bringIntoView(*own);
        });
    });
    m_reasons->setReasons(reasons);
}

QWidget *DisconnectDialog::makeOwnWords()
{
    auto *own = new QWidget(m_reasons);
    auto *caption = new QuietLabel(QStringLiteral("ownWordsCaption"), own);
    caption->setText(tr("Reason in your own words · The client will read this"));
    m_ownWords = new LimitedText(QStringLiteral("ownWords"), tr("Reason in your own words"), mostOwnWords, 2, own);
    caption->setBuddy(m_ownWords);
    m_ownStatus = new QuietLabel(QStringLiteral("ownWordsStatus"), own);
    m_ownStatus->standAtEnd();
    auto *layout = new QVBoxLayout(own);
    layout->setContentsMargins(Measure::margin + Measure::gap, Measure::grid, 0, Measure::grid);
    layout->setSpacing(2);
    for (QWidget *part : std::initializer_list<QWidget *>{caption, m_ownWords, m_ownStatus})
        layout->addWidget(part);
    connect(m_ownWords, &LimitedText::wordsChanged, this, &DisconnectDialog::refresh);
    return own;
}

void DisconnectDialog::addMessage(int limit)
{
    const QString name = tr("Message to the client (optional)");
    auto *caption = new QuietLabel(QStringLiteral("messageCaption"), &content());
    caption->setText(name);
    m_message = new LimitedText(QStringLiteral("messageToClient"), name, limit, 4, &content());
    caption->setBuddy(m_message);
    m_messageStatus = new QuietLabel(QStringLiteral("messageStatus"), &content());
    m_messageStatus->standAtEnd();
    auto *group = new QVBoxLayout;
    group->setSpacing(2);
    for (QWidget *part : std::initializer_list<QWidget *>{caption, m_message, m_messageStatus})
        group->addWidget(part);
    column().addLayout(group);
    connect(m_message, &LimitedText::wordsChanged, this, &DisconnectDialog::refresh);
}

void DisconnectDialog::takeReasons(const std::vector<Reason> &reasons)
{
    if (m_reasons->isEmpty())
        setReasons(reasons);
}

void DisconnectDialog::setReasons(const std::vector<Reason> &reasons)
{
    m_reasons->setReasons(reasons);
    m_noReasons->setVisible(m_reasons->isEmpty());
    m_reasons->setVisible(!m_reasons->isEmpty());
    refresh();
}

void DisconnectDialog::setCurrent(const ClientDetails &details, const ClientTerms &terms)
{
    if (isKeeping())
        return;
    m_details = details;
    m_terms = terms;
    updateConfirm();
}

void DisconnectDialog::sayTrouble(const QString &words)
{
    setKeeping(false);
    m_notice->say(words);
    scrollToTop();
}

void DisconnectDialog::refresh()
{
    if (!m_message)
        return; // Not made yet
    m_ownWords->sayStatus(*m_ownStatus, tr("The client will read this"));
    m_message->sayStatus(*m_messageStatus, tr("The client will read this"));
    updateConfirm();
}

QString DisconnectDialog::whyNot() const
{
    const QString why = ClientWords::whyNotDisconnect(m_details, m_terms);
    return why.isEmpty() ? missing() : why;
}

QString DisconnectDialog::missing() const
{
    const Reason *reason = m_reasons->chosen();
    if (!reason)
        return tr("Choose a reason first.");
    if (reason->textRequired && isBlank(m_ownWords->words()))
        return tr("Write the reason in your own words.");
    if (reason->textRequired && m_ownWords->left() < 0)
        return tr("The reason is too long: %1.").arg(m_ownWords->status());
    if (m_message->left() < 0)
        return tr("The message is too long: %1.").arg(m_message->status());
    return {};
}

bool DisconnectDialog::isFault() const
{
    const Reason *reason = m_reasons->chosen();
    const bool ownIsTooLong = reason && reason->textRequired && m_ownWords->left() < 0;
    return ClientWords::whyNotDisconnect(m_details, m_terms).isEmpty() && reason &&
           (ownIsTooLong || m_message->left() < 0);
}

void DisconnectDialog::confirm()
{
    const Reason *reason = m_reasons->chosen();
    // Blanks alone would reach the client as an empty message; real words stay as they were typed.
    const QString message = isBlank(m_message->words()) ? QString() : m_message->words();
    emit confirmed(DisconnectClient{m_details.client.id, reason->id,
                                    reason->textRequired ? m_ownWords->words() : QString(), message});
}
