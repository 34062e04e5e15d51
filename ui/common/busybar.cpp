#include "ui/common/busybar.h"

#include "ui/common/theme.h"

#include <QPainter>

#include <cmath>

BusyBar::BusyBar(const QString &objectName, const QString &accessibleName, QWidget *parent)
    : QProgressBar(parent)
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    setRange(0, 0);
    setTextVisible(false);
    setFixedHeight(Measure::grid);
    m_step.setInterval(40);
    connect(&m_step, &QTimer::timeout, this, qOverload<>(&QWidget::update));
}

void BusyBar::showEvent(QShowEvent *event)
{
    QProgressBar::showEvent(event);
    m_since.start();
    m_step.start();
}

void BusyBar::hideEvent(QHideEvent *event)
{
    QProgressBar::hideEvent(event);
    m_step.stop();
}

void BusyBar::paintEvent(QPaintEvent *)
{
    constexpr double share = 0.3;
    constexpr double roundTripMs = 2'400;
    constexpr double turn = 6.283185307179586;
    const Theme theme = themeOf(*this);
    const double place = m_since.isValid() ? (1 - std::cos(turn * double(m_since.elapsed()) / roundTripMs)) / 2 : 0;
    const QRectF line(rect());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.border);
    painter.drawRoundedRect(line, line.height() / 2, line.height() / 2);
    painter.setBrush(theme.accent);
    painter.drawRoundedRect(QRectF(place * (1 - share) * line.width(), 0, share * line.width(), line.height()),
                            line.height() / 2, line.height() / 2);
}
