#include "ui/common/statepanel.h"

#include "ui/common/busybar.h"
#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"

#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QVBoxLayout>

#include <memory>

namespace {

void addBarredCloud(QPainterPath &path)
{
    path.moveTo(14, 36);
    path.cubicTo(3, 36, 3, 22, 14, 22);
    path.cubicTo(15, 9, 34, 9, 35, 20);
    path.cubicTo(46, 20, 46, 36, 35, 36);
    path.closeSubpath();
    path.moveTo(8, 10);
    path.lineTo(40, 42);
}

QPainterPath pathOf(StatePanel::Drawing drawing)
{
    QPainterPath path;
    switch (drawing) {
    case StatePanel::Drawing::None:
        return path;
    case StatePanel::Drawing::Tray:
        path.addRoundedRect(QRectF(6, 10, 36, 28), 4, 4);
        path.moveTo(6, 26);
        path.lineTo(17, 26);
        path.cubicTo(18, 32, 30, 32, 31, 26);
        path.lineTo(42, 26);
        break;
    case StatePanel::Drawing::Glass:
        path.addEllipse(QRectF(8, 8, 24, 24));
        path.moveTo(28.5, 28.5);
        path.lineTo(40, 40);
        break;
    case StatePanel::Drawing::Cloud:
        addBarredCloud(path);
        break;
    case StatePanel::Drawing::Lock:
        path.addRoundedRect(QRectF(10, 21, 28, 20), 4, 4);
        path.moveTo(16, 21);
        path.lineTo(16, 15);
        path.cubicTo(16, 5, 32, 5, 32, 15);
        path.lineTo(32, 21);
        break;
    case StatePanel::Drawing::Hand:
        path.addRoundedRect(QRectF(6, 8, 36, 32), 4, 4);
        for (const QPoint &end : {QPoint(35, 18), QPoint(35, 25), QPoint(26, 32)}) {
            path.moveTo(13, end.y());
            path.lineTo(end);
        }
        break;
    }
    return path;
}

/// One stroke weight, like the icons.
class DrawingBox : public QWidget
{
public:
    explicit DrawingBox(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(48, 48);
    }
    void draw(StatePanel::Drawing drawing)
    {
        m_path = pathOf(drawing);
        setVisible(drawing != StatePanel::Drawing::None);
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(themeOf(*this).secondary, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(m_path);
    }

private:
    QPainterPath m_path;
};

} // namespace

StatePanel::StatePanel(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
    , m_drawing(new DrawingBox(this))
    , m_title(new WrapLabel(QStringLiteral("stateTitle"), this))
    , m_text(new WrapLabel(QStringLiteral("stateText"), this))
    , m_progressWords(new WrapLabel(QStringLiteral("stateProgressWords"), this))
    , m_progress(new BusyBar(QStringLiteral("stateProgress"), tr("Progress"), this))
    , m_buttons(new QVBoxLayout)
    , m_extra(new QVBoxLayout)
{
    setObjectName(objectName);
    m_progress->setFixedWidth(200);
    m_title->setFont(themeFont(*this, 1, true));
    for (WrapLabel *label : {m_title, m_text, m_progressWords})
        label->setAlignment(Qt::AlignHCenter);
    m_text->setQuiet();
    m_progressWords->setQuiet();
    m_layout->setContentsMargins(Measure::margin * 2, Measure::margin, Measure::margin * 2, Measure::margin);
    m_layout->setSpacing(Measure::gap);
    m_layout->addStretch(2);
    m_layout->addWidget(m_drawing, 0, Qt::AlignHCenter);
    m_layout->addWidget(m_title);
    m_layout->addWidget(m_text);
    m_layout->addWidget(m_progress, 0, Qt::AlignHCenter);
    m_layout->addWidget(m_progressWords);
    m_layout->addLayout(m_buttons);
    m_layout->addLayout(m_extra);
    m_layout->addStretch(3);
    showProgress({});
}

void StatePanel::say(Drawing drawing, const QString &title, const QString &text)
{
    static_cast<DrawingBox *>(m_drawing)->draw(drawing);
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
}

void StatePanel::showProgress(const QString &words)
{
    m_progress->setVisible(!words.isEmpty());
    m_progressWords->setVisible(!words.isEmpty());
    m_progressWords->setText(words);
}

QPushButton *StatePanel::addButton(const QString &objectName, const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(objectName);
    button->setAccessibleName(text);
    m_buttons->addWidget(button, 0, Qt::AlignHCenter);
    return button;
}

void StatePanel::clearButtons()
{
    while (const auto item = std::unique_ptr<QLayoutItem>(m_buttons->takeAt(0)))
        item->widget()->deleteLater(); // It may be its own click that brought this about
}

void StatePanel::setExtra(QWidget *extra)
{
    m_extra->addWidget(extra);
}

QString StatePanel::title() const
{
    return m_title->text();
}

QString StatePanel::text() const
{
    return m_text->text();
}
