#include "ui/invitations/dealingslist.h"

#include "ui/common/plaintext.h"
#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"
#include "ui/invitations/dealingwords.h"

#include <QVBoxLayout>

#include <utility>

DealingsList::DealingsList(QWidget *parent)
    : QWidget(parent)
    , m_caption(new WrapLabel(QStringLiteral("dealingsCaption"), this))
    , m_lines(new QVBoxLayout)
{
    setObjectName(QStringLiteral("dealings"));
    m_caption->setQuiet();
    m_lines->setSpacing(Measure::gap);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Measure::gap);
    layout->addWidget(m_caption);
    layout->addLayout(m_lines);
}

void DealingsList::clear()
{
    for (QWidget *line : std::exchange(m_shown, {})) {
        line->hide(); // It is not read out any more, though it goes a moment later
        line->deleteLater();
    }
}

void DealingsList::showDealings(const std::optional<Dealings> &dealings)
{
    if (m_dealings && *m_dealings == dealings)
        return;
    m_dealings = dealings;
    clear();
    if (!dealings) {
        m_caption->setText(tr("Earlier dealings could not be read."));
        return;
    }
    if (dealings->newest.empty()) {
        m_caption->setText(tr("Earlier dealings: none"));
        return;
    }
    m_caption->setText(tr("Earlier dealings and likely duplicates"));
    for (const Dealing &dealing : dealings->newest)
        addLine(dealing);
    if (!dealings->more)
        return;
    auto *more = new WrapLabel(QStringLiteral("dealingsMore"), this);
    more->setQuiet();
    more->setText(tr("There are more: search for them in History."));
    m_lines->addWidget(more);
    m_shown.push_back(more);
}

void DealingsList::addLine(const Dealing &dealing)
{
    const QString number = QString::number(m_shown.size());
    auto *line = new QWidget(this);
    auto *company = new WrapLabel(QStringLiteral("dealingCompany") + number, line);
    company->setFont(themeFont(*this, 0, true));
    company->setText(companyLine(dealing.companyName));
    auto *standing = new WrapLabel(QStringLiteral("dealingStanding") + number, line);
    standing->setText(DealingWords::standing(dealing));
    auto *alike = new WrapLabel(QStringLiteral("dealingAlike") + number, line);
    alike->setQuiet();
    alike->setText(DealingWords::alike(dealing));
    auto *layout = new QVBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1);
    layout->addWidget(company);
    layout->addWidget(standing);
    layout->addWidget(alike);
    m_lines->addWidget(line);
    m_shown.push_back(line);
}
