#include "ui/invitations/invitationhead.h"

#include "core/domain/responseclock.h"
#include "ui/common/plaintext.h"
#include "ui/common/twolinerow.h"
#include "ui/common/wraplabel.h"
#include "ui/invitations/invitationwords.h"

#include <QEvent>
#include <QGridLayout>
#include <QPainter>

namespace {

class Tile : public QWidget
{
public:
    explicit Tile(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(44, 44);
    }
    void show(const QString &name)
    {
        m_name = name;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintTile(painter, rect(), font(), m_name, themeOf(*this).dark);
    }

private:
    QString m_name;
};

} // namespace

InvitationHead::InvitationHead(QWidget *parent)
    : QWidget(parent)
    , m_tile(new Tile(this))
    , m_company(new WrapLabel(QStringLiteral("company"), this))
    , m_standing(new WrapLabel(QStringLiteral("standing"), this))
{
    m_company->setFont(themeFont(*this, 4, true));
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(Measure::gap + Measure::grid);
    layout->setVerticalSpacing(2);
    layout->setColumnStretch(1, 1);
    layout->addWidget(m_tile, 0, 0, 2, 1, Qt::AlignTop);
    layout->addWidget(m_company, 0, 1);
    layout->addWidget(m_standing, 1, 1);
}

void InvitationHead::showDetails(const InvitationDetails &details, Instant now)
{
    const QString company = companyLine(details.invitation.companyName);
    static_cast<Tile *>(m_tile)->show(company);
    m_company->setText(company);
    m_standing->setText(InvitationWords::standing(details, now));
    const bool open = InvitationWords::isPending(details) && !InvitationWords::isDecidedHere(details);
    const Urgency urgent = urgency(details.dueAt, now);
    m_overdue = open && urgent == Urgency::Overdue;
    m_dueSoon = open && urgent == Urgency::DueSoon;
    tint();
}

void InvitationHead::tint()
{
    const Theme theme = themeOf(*this);
    const QColor ink = m_overdue ? theme.danger : m_dueSoon ? theme.warning : theme.secondary;
    if (m_standing->palette().color(QPalette::WindowText) == ink)
        return;
    QPalette own = m_standing->palette();
    own.setColor(QPalette::WindowText, ink);
    m_standing->setPalette(own);
}

void InvitationHead::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}
