#pragma once

#include "ui/invitations/decisiondialog.h"

/// 'Accept Invitation': what is accepted, and what happens then.
class AcceptDialog final : public DecisionDialog
{
    Q_OBJECT

public:
    AcceptDialog(const InvitationDetails &reviewed, QWidget *parent);

protected:
    [[nodiscard]] Decision decision() const override;
    void reviewedChanged() override;

private:
    WrapLabel *m_dealings;
};
