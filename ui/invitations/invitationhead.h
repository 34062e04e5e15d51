#pragma once

#include "core/domain/changeset.h"

#include <QWidget>

class WrapLabel;

/// The head of the details: tile, company, and how it stands.
class InvitationHead final : public QWidget
{
    Q_OBJECT

public:
    explicit InvitationHead(QWidget *parent);

    void showDetails(const InvitationDetails &details, Instant now);

protected:
    void changeEvent(QEvent *event) override;

private:
    void tint();

    QWidget *m_tile;
    WrapLabel *m_company;
    WrapLabel *m_standing;
    bool m_overdue = false;
    bool m_dueSoon = false;
};
