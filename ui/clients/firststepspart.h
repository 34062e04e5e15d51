#pragma once

#include "ui/clients/clientwords.h"

#include <QWidget>

class QCheckBox;
class QuietLabel;
class WrapLabel;

/// What comes first after a client was accepted, to be ticked off. A tick that waits is shown as one, and said to wait.
class FirstStepsPart final : public QWidget
{
    Q_OBJECT

public:
    explicit FirstStepsPart(QWidget *parent);

    void showClient(const ClientDetails &details);
    /// What became of a tick on this client; empty words: it was kept.
    void takeAnswer(const QString &trouble);

signals:
    void decided(const Decision &decision);

private:
    struct Step
    {
        QString word; ///< The contract's
        QCheckBox *box;
        QuietLabel *waits;
    };

    void addStep(const QString &word);
    void showStep(const Step &step);
    void showUnknown();

    std::optional<ClientDetails> m_details;
    std::vector<Step> m_steps;
    WrapLabel *m_unknown;
    WrapLabel *m_why;
    WrapLabel *m_trouble;
};
