#include "ui/clients/firststepspart.h"

#include "ui/clients/parttitle.h"
#include "ui/common/announce.h"
#include "ui/common/plaintext.h"
#include "ui/common/quietlabel.h"
#include "ui/common/sentencesclients.h"
#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"

#include <QCheckBox>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace {

/// What is shown, and nobody's decision.
void setTicked(QCheckBox &box, bool ticked)
{
    const QSignalBlocker quiet(&box);
    box.setChecked(ticked);
}

} // namespace

FirstStepsPart::FirstStepsPart(QWidget *parent)
    : QWidget(parent)
    , m_unknown(new WrapLabel(QStringLiteral("unknownSteps"), this))
    , m_why(new WrapLabel(QStringLiteral("whyNoSteps"), this))
    , m_trouble(new WrapLabel(QStringLiteral("stepTrouble"), this))
{
    setObjectName(QStringLiteral("firstSteps"));
    setAccessibleName(tr("First steps"));
    m_trouble->setFault(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Measure::grid);
    column->addWidget(partTitle(QStringLiteral("firstStepsTitle"), tr("First steps"), this));
    for (const QString &word : ClientSentences::knownSteps())
        addStep(word);
    for (QWidget *part : std::initializer_list<QWidget *>{m_unknown, m_why, m_trouble})
        column->addWidget(part);
    takeAnswer({});
}

void FirstStepsPart::addStep(const QString &word)
{
    auto *box = new QCheckBox(ClientSentences::step(word), this);
    box->setObjectName(QStringLiteral("firstStep:") + word);
    box->setAccessibleName(box->text());
    auto *waits = new QuietLabel(QStringLiteral("firstStepWaits:") + word, this);
    waits->setText(tr("waiting to send"));
    auto *row = new QHBoxLayout;
    row->setSpacing(Measure::gap);
    row->addWidget(box);
    row->addWidget(waits);
    row->addStretch(1);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    m_steps.push_back({word, box, waits});
    // Not clicked(): a screen reader's action toggles the box without a click.
    connect(box, &QCheckBox::toggled, this, [this, word, box](bool done) {
        setTicked(*box, !done); // It shows what is kept, which this is not yet
        if (m_details)
            emit decided(SetFirstStep{m_details->client.id, word, done});
    });
}

void FirstStepsPart::showClient(const ClientDetails &details)
{
    if (!m_details || m_details->client.id != details.client.id)
        takeAnswer({});
    m_details = details;
    for (const Step &step : m_steps)
        showStep(step);
    showUnknown();
    const QString why = ClientWords::whyNot(details, Permission::CreateClients);
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty() && !ClientWords::isOver(details));
}

void FirstStepsPart::showStep(const Step &step)
{
    const SetFirstStep *set =
        waiting<SetFirstStep>(*m_details, [&step](const SetFirstStep &each) { return each.step == step.word; });
    QString why = ClientWords::whyNot(*m_details, Permission::CreateClients);
    if (set && why.isEmpty())
        why = tr("Waiting to send: Undo takes it back.");
    setTicked(*step.box, set ? set->done : m_details->client.firstSteps.contains(step.word));
    step.box->setEnabled(why.isEmpty());
    step.box->setAccessibleDescription(why);
    step.waits->setVisible(set != nullptr);
}

void FirstStepsPart::showUnknown()
{
    QStringList unknown;
    const QStringList known = ClientSentences::knownSteps();
    for (const QString &word : m_details->client.firstSteps) {
        if (!known.contains(word))
            unknown << ClientSentences::step(word);
    }
    m_unknown->setText(tr("Done, too: %1").arg(unknown.join(QStringLiteral(", "))));
    m_unknown->setVisible(!unknown.isEmpty());
}

void FirstStepsPart::takeAnswer(const QString &trouble)
{
    m_trouble->setText(trouble);
    m_trouble->setVisible(!trouble.isEmpty());
    if (!trouble.isEmpty())
        announce(*m_trouble, trouble);
}
