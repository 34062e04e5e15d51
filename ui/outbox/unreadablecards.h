#pragma once

#include "core/domain/overview.h"

#include <QWidget>

class QVBoxLayout;

/// What the service sent and this version can't read: one card each, the first few, then how many more.
class UnreadableCards final : public QWidget
{
    Q_OBJECT

public:
    explicit UnreadableCards(QWidget *parent);

    void setCards(const std::vector<UnreadableCard> &cards);

private:
    void addCard(const UnreadableCard &card);

    QVBoxLayout *m_rows;
    std::vector<UnreadableCard> m_cards;
};
