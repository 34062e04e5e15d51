#include "ui/shell/barplace.h"

#include "ui/common/noticebar.h"
#include "ui/common/theme.h"

#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

BarPlace::BarPlace(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("barPlace"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
}

void BarPlace::addAlways(QWidget *bars)
{
    add(bars, false);
}

void BarPlace::addInTurn(NoticeBar *bar)
{
    m_line = std::max(m_line, bar->lineHeight());
    add(bar, true);
}

void BarPlace::add(QWidget *bar, bool inTurn)
{
    auto *holder = new QWidget(this);
    auto *inside = new QVBoxLayout(holder);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->addWidget(bar);
    layout()->addWidget(holder);
    m_places.push_back({holder, bar, inTurn});
    bar->installEventFilter(this);
    arrange();
}

void BarPlace::setReserved(bool reserved)
{
    m_reserved = reserved;
    setMinimumHeight(reserved ? m_line : 0);
}

bool BarPlace::eventFilter(QObject *watched, QEvent *event)
{
    // What a bar wants, also while it waits behind another one.
    if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent)
        arrange();
    return QWidget::eventFilter(watched, event);
}

void BarPlace::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), themeOf(*this).border);
}

void BarPlace::arrange()
{
    bool taken = false;
    for (const Place &place : m_places) {
        const bool seen = !place.bar->isHidden() && !(place.inTurn && taken);
        taken = taken || (place.inTurn && seen);
        place.holder->setVisible(seen);
    }
    // Buttons may have come since.
    for (const Place &place : m_places) {
        if (const auto *bar = qobject_cast<const NoticeBar *>(place.bar))
            m_line = std::max(m_line, bar->lineHeight());
    }
    setReserved(m_reserved);
}
