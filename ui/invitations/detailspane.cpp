#include "ui/invitations/detailspane.h"

#include "ui/common/buttons.h"
#include "ui/common/factsheet.h"
#include "ui/common/plaintext.h"
#include "ui/common/quietlabel.h"
#include "ui/common/spoofing.h"
#include "ui/common/statepanel.h"
#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"
#include "ui/invitations/dealingslist.h"
#include "ui/invitations/invitationhead.h"
#include "ui/invitations/invitationwords.h"
#include "ui/invitations/messagecard.h"
#include "ui/invitations/noteeditor.h"
#include "ui/invitations/sentrejection.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

DetailsPane::DetailsPane(QWidget *parent, Purpose purpose)
    : QWidget(parent)
    , m_purpose(purpose)
    , m_stack(new QStackedWidget(this))
    , m_nothing(new StatePanel(QStringLiteral("detailsNothing"), this))
{
    setObjectName(QStringLiteral("details"));
    setAccessibleName(tr("Details"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *whole = new QWidget(this);
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeContent(), 1);
    column->addWidget(m_purpose == Purpose::Decide ? makeButtons() : makeWayToDecide());
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(whole);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
}

QWidget *DetailsPane::makeContent()
{
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(QStringLiteral("detailsScroll"));
    m_scroll->setAccessibleName(tr("Details"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget(m_scroll);
    m_head = new InvitationHead(content);
    makeFacts(content);
    makeMessages(content);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(Measure::margin + Measure::gap, Measure::margin, Measure::margin + Measure::gap,
                               Measure::margin);
    layout->setSpacing(Measure::margin);
    layout->addWidget(m_head);
    layout->addWidget(m_decided);
    layout->addWidget(m_sentRejection);
    layout->addWidget(m_facts);
    auto *quoted = new QVBoxLayout;
    quoted->setSpacing(Measure::grid);
    quoted->addWidget(m_messageCaption);
    quoted->addWidget(m_message);
    layout->addLayout(quoted);
    layout->addWidget(m_dealings);
    layout->addWidget(makeNote(content));
    layout->addStretch(1);
    m_scroll->setWidget(content);
    return m_scroll;
}

void DetailsPane::makeFacts(QWidget *content)
{
    m_facts = new FactSheet(content);
    m_owner = m_facts->addFact(QStringLiteral("owner"), tr("Owner"));
    m_email = m_facts->addCopiedFact(QStringLiteral("email"), tr("E-mail"), tr("Copy e-mail address"));
    m_mixed = m_facts->addFact(QStringLiteral("mixedLetters"), tr("Take care"));
    m_branch = m_facts->addFact(QStringLiteral("branch"), tr("Branch"));
    m_country = m_facts->addFact(QStringLiteral("country"), tr("Country"));
    m_registration = m_facts->addFact(QStringLiteral("registration"), tr("Registration no."));
    m_sent = m_facts->addFact(QStringLiteral("sent"), tr("Sent"));
    m_cameBy = m_facts->addFact(QStringLiteral("cameBy"), tr("Came by"));
    m_expires = m_facts->addFact(QStringLiteral("expires"), tr("Expires"));
}

void DetailsPane::makeMessages(QWidget *content)
{
    m_messageCaption = new QuietLabel(QStringLiteral("messageCaption"), content);
    m_messageCaption->setText(tr("Message from the client"));
    m_message = new MessageCard(QStringLiteral("message"), 12, content);
    m_message->setAccessibleName(tr("Message from the client"));
    m_decided = new MessageCard(QStringLiteral("decided"), 12, content);
    m_decided->setAccessibleName(tr("Decision"));
    m_sentRejection = new SentRejection(content);
    m_dealings = new DealingsList(content);
}

QWidget *DetailsPane::makeNote(QWidget *content)
{
    if (m_purpose == Purpose::Decide) {
        m_note = new NoteEditor(content);
        return m_note;
    }
    m_noted = new QWidget(content);
    auto *caption = new QuietLabel(QStringLiteral("noteCaption"), m_noted);
    caption->setText(tr("Internal note · never leaves this computer"));
    m_noteCard = new MessageCard(QStringLiteral("noteText"), 6, m_noted);
    m_noteCard->setAccessibleName(tr("Internal note"));
    auto *layout = new QVBoxLayout(m_noted);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Measure::grid);
    layout->addWidget(caption);
    layout->addWidget(m_noteCard);
    return m_noted;
}

QWidget *DetailsPane::makeButtons()
{
    auto *strip = new QWidget(this);
    strip->setObjectName(QStringLiteral("decisionStrip"));
    m_why = new WrapLabel(QStringLiteral("whyNot"), strip);
    m_accept = new QPushButton(tr("Accept Invitation"), strip);
    m_accept->setObjectName(QStringLiteral("acceptInvitation"));
    setWeight(*m_accept, ButtonWeight::Primary);
    m_reject = new QPushButton(tr("Reject Invitation"), strip);
    m_reject->setObjectName(QStringLiteral("rejectInvitation"));
    for (QPushButton *button : {m_accept, m_reject}) {
        button->setAccessibleName(button->text());
        button->setMinimumHeight(34);
        button->setAutoDefault(false);
    }
    m_accept->setToolTip(plainToolTip(tr("Accept Invitation (A)")));
    m_reject->setToolTip(plainToolTip(tr("Reject Invitation (R)")));
    connect(m_accept, &QPushButton::clicked, this, &DetailsPane::acceptAsked);
    connect(m_reject, &QPushButton::clicked, this, &DetailsPane::rejectAsked);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Measure::gap);
    buttons->addWidget(m_accept);
    buttons->addWidget(m_reject);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(strip);
    layout->setContentsMargins(Measure::margin + Measure::gap, Measure::gap + Measure::grid,
                               Measure::margin + Measure::gap, Measure::margin);
    layout->addWidget(m_why);
    layout->addLayout(buttons);
    return strip;
}

QWidget *DetailsPane::makeWayToDecide()
{
    m_wayToDecide = new QWidget(this);
    m_wayToDecide->setObjectName(QStringLiteral("wayToDecide"));
    auto *show = new QPushButton(tr("Show in Client Invitations"), m_wayToDecide);
    show->setObjectName(QStringLiteral("showInInvitations"));
    show->setAccessibleName(show->text());
    show->setMinimumHeight(34);
    show->setAutoDefault(false);
    connect(show, &QPushButton::clicked, this, &DetailsPane::decidingAsked);
    auto *layout = new QHBoxLayout(m_wayToDecide);
    layout->setContentsMargins(Measure::margin + Measure::gap, Measure::gap + Measure::grid,
                               Measure::margin + Measure::gap, Measure::margin);
    layout->addWidget(show);
    layout->addStretch(1);
    return m_wayToDecide;
}

void DetailsPane::showNothing(const QString &title, const QString &words)
{
    m_details.reset();
    if (m_note)
        m_note->leave();
    m_nothing->clearButtons();
    m_nothing->say(title.isEmpty() ? StatePanel::Drawing::None : StatePanel::Drawing::Hand, title, words);
    m_stack->setCurrentWidget(m_nothing);
}

void DetailsPane::offerWords(const QString &words)
{
    if (m_details || words.isEmpty())
        return;
    m_nothing->say(StatePanel::Drawing::Hand, m_nothing->title(),
                   m_nothing->text() + u'\n' + tr("What you wrote stays on its card under Needs attention."));
    connect(m_nothing->addButton(QStringLiteral("copyMyWords"), tr("Copy my words")), &QPushButton::clicked, m_nothing,
            [words] { QGuiApplication::clipboard()->setText(words); });
}

void DetailsPane::showDetails(const InvitationDetails &details, Instant now)
{
    const bool another = !m_details || m_details->invitation.id != details.invitation.id;
    m_details = details;
    fill(now);
    fillNote();
    m_stack->setCurrentIndex(1);
    if (another)
        m_scroll->ensureVisible(0, 0);
}

void DetailsPane::fillNote()
{
    if (m_note)
        return m_note->showNote(m_details->invitation.id, m_details->note);
    m_noteCard->showText(m_details->note);
    m_noted->setVisible(!m_details->note.isEmpty());
}

void DetailsPane::tell(Instant now)
{
    if (m_details)
        fill(now);
}

void DetailsPane::fill(Instant now)
{
    m_head->showDetails(*m_details, now);
    fillFacts(now);
    m_message->showText(m_details->invitation.message);
    m_messageCaption->setVisible(!isBlank(m_details->invitation.message));
    m_decided->showText(InvitationWords::decided(*m_details, now));
    m_sentRejection->showDetails(*m_details);
    m_dealings->showDealings(m_details->dealings);
    if (m_wayToDecide) {
        m_wayToDecide->setVisible(InvitationWords::isPending(*m_details) &&
                                  !InvitationWords::isDecidedHere(*m_details));
        return;
    }
    const QString why = InvitationWords::whyNot(*m_details);
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
    for (QPushButton *button : {m_accept, m_reject}) {
        button->setEnabled(canDecide());
        button->setAccessibleDescription(why);
    }
}

void DetailsPane::fillFacts(Instant now)
{
    const Invitation &invitation = m_details->invitation;
    m_facts->setFact(m_owner, ownerLine(invitation.ownerName));
    m_facts->setFact(m_email, oneLine(invitation.ownerEmail, 320));
    warnOfMixedLetters(*m_facts, *m_mixed, {invitation.companyName, invitation.ownerName, invitation.ownerEmail});
    m_facts->setFact(m_branch, InvitationWords::branch(*m_details));
    m_facts->setFact(m_country, InvitationWords::country(invitation.country));
    m_facts->setFact(m_registration, oneLine(invitation.registrationNumber));
    m_facts->setFact(m_sent, InvitationWords::sent(invitation, now));
    m_facts->setFact(m_cameBy, InvitationWords::cameBy(invitation.origin));
    m_facts->setFact(m_expires, InvitationWords::expires(invitation, now));
}

bool DetailsPane::canDecide() const
{
    return m_details && m_purpose == Purpose::Decide && !m_keeping && InvitationWords::whyNot(*m_details).isEmpty();
}

void DetailsPane::setKeeping(bool keeping)
{
    m_keeping = keeping;
    if (m_purpose != Purpose::Decide)
        return;
    m_accept->setEnabled(canDecide());
    m_reject->setEnabled(canDecide());
}

void DetailsPane::focusContent()
{
    // To what shows that it has the focus: the message to read, else the first thing to do.
    QWidget *first = m_message->isVisibleTo(this) ? static_cast<QWidget *>(m_message) : m_accept;
    if (!first || !first->isEnabled())
        first = m_facts->findChild<QToolButton *>();
    if (m_details && first)
        first->setFocus(Qt::ShortcutFocusReason);
}

void DetailsPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit left();
    else
        QWidget::keyPressEvent(event);
}
