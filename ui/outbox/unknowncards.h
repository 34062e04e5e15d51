#pragma once

#include "core/domain/overview.h"

#include <QWidget>

class QVBoxLayout;

/// Invitations in states that this version doesn't know, below the cards of Needs attention: each by its name, with the
/// service's word for its state, to be looked at.
class UnknownCards final : public QWidget
{
    Q_OBJECT

public:
    explicit UnknownCards(QWidget *parent);

    void setCards(const UnknownStates &states, const std::vector<Branch> &branches);

signals:
    void showAsked(const InvitationId &id);

private:
    void addCard(const UnknownStateCard &card, const QString &branch);

    QVBoxLayout *m_rows;
    UnknownStates m_states;
};
