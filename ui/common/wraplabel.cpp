#include "ui/common/wraplabel.h"

#include "ui/common/theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

WrapLabel::WrapLabel(const QString &objectName, QWidget *parent)
    : QLabel(parent)
{
    setObjectName(objectName);
    setTextFormat(Qt::PlainText);
    setTextInteractionFlags(Qt::NoTextInteraction);
    setWordWrap(true); // QLabel forgets with every text that its height goes by its width otherwise
    // On a ground of Base, a label's own role would be Text.
    setForegroundRole(QPalette::WindowText);
    // Fixed would hold it at the height of its hint, which is that of another width.
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void WrapLabel::setQuiet()
{
    m_quiet = true;
    update();
}

void WrapLabel::setFault(bool fault)
{
    m_fault = fault;
    update();
}

qreal WrapLabel::lay(qreal width, QPainter *painter) const
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    qreal y = 0;
    for (const QString &paragraph : text().split(u'\n')) {
        option.setTextDirection(paragraph.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        const Qt::Alignment side = QStyle::visualAlignment(layoutDirection(), alignment());
        option.setAlignment((side & Qt::AlignHorizontal_Mask) | Qt::AlignAbsolute);
        QTextLayout layout(paragraph, font());
        layout.setTextOption(option);
        layout.beginLayout();
        qreal height = 0;
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            line.setPosition(QPointF(0, height));
            height += line.height();
        }
        layout.endLayout();
        if (painter)
            layout.draw(painter, QPointF(contentsRect().left(), contentsRect().top() + y));
        y += height;
    }
    return y;
}

int WrapLabel::heightForWidth(int width) const
{
    const QMargins around = contentsMargins();
    return int(std::ceil(lay(std::max(1, width - around.left() - around.right()), nullptr))) + around.top() +
           around.bottom();
}

QSize WrapLabel::sizeHint() const
{
    // As wide as its longest line, up to what is pleasant to read.
    int width = 0;
    for (const QString &line : text().left(400).split(u'\n'))
        width = std::max(width, fontMetrics().horizontalAdvance(line) + 2);
    width = std::min(width, fontMetrics().averageCharWidth() * 60);
    const QMargins around = contentsMargins();
    width += around.left() + around.right();
    return {width, heightForWidth(width)};
}

QSize WrapLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 4, fontMetrics().height()};
}

void WrapLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor usual = m_quiet ? themeOf(*this).secondary : palette().color(foregroundRole());
    painter.setPen(m_fault ? themeOf(*this).danger : usual);
    lay(contentsRect().width(), &painter);
}

void WrapLabel::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy"), this, [this] { QGuiApplication::clipboard()->setText(text()); });
    menu->popup(event->globalPos());
}
