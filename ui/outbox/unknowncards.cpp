#include "ui/outbox/unknowncards.h"

#include "ui/common/noticebar.h"
#include "ui/common/plaintext.h"
#include "ui/common/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>
#include <memory>

namespace {

QString branchOf(const UnknownStateCard &card, const std::vector<Branch> &branches)
{
    const auto at = std::find_if(branches.begin(), branches.end(),
                                 [&](const Branch &branch) { return branch.id == card.branchId; });
    return at == branches.end() ? card.branchId.text() : branchLine(at->name);
}

} // namespace

UnknownCards::UnknownCards(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("unknownCards"));
    m_rows->setContentsMargins(0, Measure::gap, 0, 0);
    m_rows->setSpacing(Measure::gap);
    hide();
}

void UnknownCards::setCards(const UnknownStates &states, const std::vector<Branch> &branches)
{
    if (states == m_states)
        return;
    m_states = states;
    while (const auto item = std::unique_ptr<QLayoutItem>(m_rows->takeAt(0))) {
        item->widget()->hide();
        item->widget()->deleteLater();
    }
    for (const UnknownStateCard &card : m_states.newest)
        addCard(card, branchOf(card, branches));
    const qint64 more = m_states.count - qint64(m_states.newest.size());
    if (more > 0) {
        QLabel *const rest = plainLabel(this, QStringLiteral("unknownMore"));
        rest->setText(tr("And %Ln more invitations in states that this version does not know.", nullptr,
                         int(std::min<qint64>(more, std::numeric_limits<int>::max()))));
        m_rows->addWidget(rest);
    }
    setVisible(m_states.count > 0);
}

void UnknownCards::addCard(const UnknownStateCard &card, const QString &branch)
{
    auto *bar = new NoticeBar(QStringLiteral("unknownCard"), this);
    const QString company = inSentence(companyLine(card.companyName));
    bar->say(NoticeBar::Tone::Warning, QStringLiteral("attention"),
             tr("%1: a state not known to this version").arg(company));
    bar->sayMore(tr("The service calls it “%1”, on %2. Nothing is lost, and nothing can be decided on it here: an update "
                    "of Atlas may know what it means.")
                     .arg(oneLine(card.status, 64), inSentence(branch)));
    QPushButton *const show = bar->addButton(QStringLiteral("showUnknown"), tr("Show invitation"));
    show->setAccessibleDescription(bar->text());
    connect(show, &QPushButton::clicked, this, [this, id = card.id] { emit showAsked(id); });
    m_rows->addWidget(bar);
}
