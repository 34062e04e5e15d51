#include "ui/invitations/reviewnotice.h"

#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"

#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

ReviewNotice::ReviewNotice(QWidget *parent)
    : QFrame(parent)
    , m_words(new WrapLabel(QStringLiteral("noticeWords"), this))
    , m_look(new QPushButton(tr("Show What Changed"), this))
{
    setObjectName(QStringLiteral("notice"));
    m_look->setObjectName(QStringLiteral("showWhatChanged"));
    m_look->setAccessibleName(m_look->text());
    m_look->setAutoDefault(true); // Else the Enter key would be the default button: the decision
    connect(m_look, &QPushButton::clicked, this, &ReviewNotice::lookAsked);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Measure::gap + Measure::grid, Measure::gap, Measure::gap + Measure::grid, Measure::gap);
    layout->addWidget(m_words);
    layout->addWidget(m_look, 0, Qt::AlignLeading);
    say({});
}

void ReviewNotice::say(const QString &words, bool offersLook)
{
    m_words->setText(words);
    setAccessibleName(words);
    m_look->setVisible(offersLook);
    setVisible(!words.isEmpty());
}

QString ReviewNotice::words() const
{
    return m_words->text();
}

void ReviewNotice::paintEvent(QPaintEvent *)
{
    const Theme theme = themeOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.warning, 1));
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Measure::radius, Measure::radius);
}
