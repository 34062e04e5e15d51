#pragma once

#include "core/domain/changeset.h"

#include <QWidget>

class QPushButton;
class QuietLabel;
class WrapLabel;

/// Below a rejection that has been sent: that it can't be taken back, and a note to the client to copy.
class SentRejection final : public QWidget
{
    Q_OBJECT

public:
    explicit SentRejection(QWidget *parent);

    /// Hides itself where there is no sent rejection.
    void showDetails(const InvitationDetails &details);

private:
    void copy();

    WrapLabel *m_words;
    QPushButton *m_copy;
    WrapLabel *m_said;
    QString m_note;
};
