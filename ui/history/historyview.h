#pragma once

#include "ui/common/rowlist.h"

/// Invitations in any state as rows. Space and Return open what is selected, as a double click does.
class HistoryView final : public RowList
{
    Q_OBJECT

public:
    explicit HistoryView(QWidget *parent);

signals:
    void openAsked();

protected:
    void keyPressEvent(QKeyEvent *event) override;
};
