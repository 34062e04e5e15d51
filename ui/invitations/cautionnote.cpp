#include "ui/invitations/cautionnote.h"

#include "ui/common/announce.h"
#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"

#include <QHBoxLayout>
#include <QPainter>

namespace {
constexpr int iconSize = 20;
}

CautionNote::CautionNote(QWidget *parent)
    : QFrame(parent)
    , m_words(new WrapLabel(QStringLiteral("cautionWords"), this))
{
    setObjectName(QStringLiteral("caution"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Measure::gap + Measure::grid, Measure::gap, Measure::gap + Measure::grid, Measure::gap);
    layout->setSpacing(0);
    layout->addSpacing(iconSize + Measure::gap);
    layout->addWidget(m_words, 1);
    hide();
}

void CautionNote::say(const QString &words)
{
    if (words == m_words->text())
        return;
    m_words->setText(words);
    setAccessibleName(words);
    setVisible(!words.isEmpty());
    announce(*this, words);
}

QString CautionNote::words() const
{
    return m_words->text();
}

void CautionNote::paintEvent(QPaintEvent *)
{
    const Theme theme = themeOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.warning, 1));
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Measure::radius, Measure::radius);
    const int edge = Measure::gap + Measure::grid;
    const int left = layoutDirection() == Qt::RightToLeft ? width() - edge - iconSize : edge;
    themeIcon(QStringLiteral("attention"), theme.warning).paint(&painter, left, m_words->y(), iconSize, iconSize);
}
