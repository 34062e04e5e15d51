#include "ui/outbox/unreadablecards.h"

#include "ui/common/noticebar.h"
#include "ui/common/plaintext.h"
#include "ui/common/sentences.h"
#include "ui/common/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <memory>

UnreadableCards::UnreadableCards(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("unreadableCards"));
    m_rows->setContentsMargins(0, Measure::gap, 0, 0);
    m_rows->setSpacing(Measure::gap);
    hide();
}

void UnreadableCards::setCards(const std::vector<UnreadableCard> &cards)
{
    constexpr size_t most = 20;
    if (cards == m_cards)
        return;
    m_cards = cards;
    while (const auto item = std::unique_ptr<QLayoutItem>(m_rows->takeAt(0))) {
        item->widget()->hide();
        item->widget()->deleteLater();
    }
    for (size_t i = 0; i < m_cards.size() && i < most; ++i)
        addCard(m_cards[i]);
    if (m_cards.size() > most) {
        QLabel *const more = plainLabel(this, QStringLiteral("unreadableMore"));
        more->setText(tr("And %Ln more of the kind.", nullptr, int(m_cards.size() - most)));
        m_rows->addWidget(more);
    }
    setVisible(!m_cards.empty());
}

void UnreadableCards::addCard(const UnreadableCard &card)
{
    auto *bar = new NoticeBar(QStringLiteral("unreadableCard"), this);
    bar->say(NoticeBar::Tone::Warning, QStringLiteral("attention"), Sentences::unreadable(card));
    bar->sayMore(
        tr("The service sent it in a form that this version does not know (%1, %2). Nothing is lost: it is read "
           "again after an update. Until then, open Atlas in the browser.")
            .arg(oneLine(card.id, 64), oneLine(card.reason, 160)));
    QPushButton *const copy = bar->addButton(QStringLiteral("copyUnreadable"), tr("Copy what is known"));
    const QString text = QStringLiteral("%1 %2: %3").arg(card.kind, card.id, card.reason);
    connect(copy, &QPushButton::clicked, bar, [text] { QGuiApplication::clipboard()->setText(text); });
    m_rows->addWidget(bar);
}
