#include "ui/outbox/attentionpage.h"

#include "ui/common/quietlabel.h"
#include "ui/common/sentences.h"
#include "ui/common/statepanel.h"
#include "ui/common/theme.h"
#include "ui/outbox/attentioncard.h"
#include "ui/outbox/cardwords.h"
#include "ui/outbox/outboxmodel.h"
#include "ui/outbox/pagehead.h"
#include "ui/outbox/unknowncards.h"
#include "ui/outbox/unreadablecards.h"

#include <QHBoxLayout>
#include <QPointer>
#include <QStackedWidget>

#include <algorithm>
#include <limits>

AttentionPage::AttentionPage(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new OutboxModel(this))
    , m_summary(new QuietLabel(QStringLiteral("attentionSummary"), this))
    , m_list(nullptr)
    , m_unknown(new UnknownCards(this))
    , m_unreadable(new UnreadableCards(this))
    , m_empty(new StatePanel(QStringLiteral("attentionEmpty"), this))
    , m_stack(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("attentionPage"));
    m_list = new EntryList(
        *m_model,
        [this](QWidget *cardParent) {
            auto *card = new AttentionCard([this]() -> const Overview & { return m_session.overview(); }, cardParent);
            connect(card, &AttentionCard::stepAsked, this,
                    [this, card](NextStep step, const OutboxEntry &entry) { take(card, step, entry); });
            connect(card, &AttentionCard::dismissAsked, this,
                    [this, card](const OperationId &id) { dismiss(card, id); });
            return card;
        },
        [this] { return m_session.now(); }, this);
    build();
    connect(&m_session, &Session::changed, this, [this](const ChangeSet &changes) {
        if (changes.overview)
            showOverview(*changes.overview);
    });
    showOverview(m_session.overview());
}

void AttentionPage::build()
{
    m_list->setObjectName(QStringLiteral("attentionList"));
    m_list->setAccessibleName(tr("Needs attention"));
    m_list->setSpacing(Measure::gap + Measure::grid);
    m_list->addBelow(m_unknown);
    m_list->addBelow(m_unreadable);
    connect(m_unknown, &UnknownCards::showAsked, this, &AttentionPage::reviewAsked);
    m_empty->say(StatePanel::Drawing::Tray, tr("Nothing needs your attention"),
                 tr("A decision that could not be carried out comes here, with everything that you wrote."));
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    QHBoxLayout *const head = pageHead(*this, QStringLiteral("attentionTitle"), tr("Needs attention"));
    head->addWidget(m_summary, 0, Qt::AlignBaseline);
    head->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_stack, 1);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

void AttentionPage::showOverview(const Overview &overview)
{
    m_model->setEntries(overview.attention);
    m_unknown->setCards(overview.unknownStates, overview.branches);
    m_unreadable->setCards(overview.unreadable);
    const qint64 cards = qint64(overview.attention.size() + overview.unreadable.size()) + overview.unknownStates.count;
    const int count = int(std::min<qint64>(cards, std::numeric_limits<int>::max()));
    m_summary->setText(count == 1 ? tr("1 card") : tr("%Ln cards", nullptr, count));
    m_summary->setVisible(count > 0);
    m_stack->setCurrentWidget(count > 0 ? static_cast<QWidget *>(m_list) : m_empty);
}

void AttentionPage::take(AttentionCard *card, NextStep step, const OutboxEntry &entry)
{
    const QPointer<AttentionCard> shown(card);
    const OperationId id = entry.operation.id;
    const auto answered = [shown, decision = entry.operation.decision](const auto &answer) {
        if (shown && !answer)
            shown->sayTrouble(Sentences::notKept(answer.error(), decision));
    };
    switch (step) {
    case NextStep::ReviewAgain:
        if (const InvitationId *const invitation = decidedInvitation(entry.operation.decision))
            emit reviewAsked(*invitation);
        break;
    case NextStep::EditAndSendAgain:
        emit editAsked(entry.operation);
        break;
    case NextStep::TryAgain:
        m_session.tryAgain(id, this, [answered](const Result<Operation> &answer) { answered(answer); });
        break;
    case NextStep::ShowClient:
        if (const ClientId *const client = decidedClient(entry.operation.decision))
            emit clientAsked(*client);
        break;
    case NextStep::SendItAgain:
        m_session.sendAgain(id, this, [answered](const Result<void> &answer) { answered(answer); });
        break;
    }
}

void AttentionPage::dismiss(AttentionCard *card, const OperationId &id)
{
    const QPointer<AttentionCard> shown(card);
    m_session.dismiss(id, this, [shown](const Result<void> &answer) {
        if (shown && !answer)
            shown->sayTrouble(Sentences::notDismissed(answer.error()));
    });
}
