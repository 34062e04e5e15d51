#include "ui/evidence/recordpages.h"

#include <QLocale>
#include <QPagedPaintDevice>
#include <QTextLayout>

#include <algorithm>
#include <numeric>

namespace {

constexpr qreal between = 8; // points from one column to the next
constexpr qreal around = 3;  // above and below a row
const QColor ink(Qt::black);
const QColor quietInk(0x55, 0x55, 0x55);
const QColor rule(0xbb, 0xbb, 0xbb);

} // namespace

RecordPages::RecordPages(QPagedPaintDevice &device, EvidenceHead head, std::vector<Column> columns, const QFont &font,
                         bool isMirrored)
    : m_device(device)
    , m_head(std::move(head))
    , m_columns(std::move(columns))
    , m_font(font)
    , m_isMirrored(isMirrored)
{
    m_font.setPointSizeF(8.5);
    m_bold = m_font;
    m_bold.setBold(true);
}

RecordPages::~RecordPages() = default;

qreal RecordPages::points(qreal count) const
{
    return count * m_device.logicalDpiY() / 72;
}

Result<void> RecordPages::begin()
{
    if (!m_painter.begin(&m_device))
        return failure(ErrorKind::Disk, QStringLiteral("the pages could not be begun"));
    m_painter.setPen(ink);
    m_area = QRectF(0, 0, m_device.width(), m_device.height() - points(22));
    drawHead();
    drawColumnNames();
    return {};
}

Result<void> RecordPages::addRow(const QStringList &cells)
{
    m_y += points(around);
    if (Result<void> drawn = drawLines(lay(cells, m_font)); !drawn)
        return drawn;
    m_y += points(around);
    drawRule(rule);
    return {};
}

Result<void> RecordPages::finish()
{
    drawFoot();
    if (!m_painter.end())
        return failure(ErrorKind::Disk, QStringLiteral("the pages could not be finished"));
    return {};
}

qreal RecordPages::width(size_t column) const
{
    const int all = std::accumulate(m_columns.begin(), m_columns.end(), 0,
                                    [](int sum, const Column &each) { return sum + each.share; });
    return (m_area.width() - points(between) * qreal(m_columns.size() - 1)) * m_columns[column].share / all;
}

qreal RecordPages::left(size_t column) const
{
    qreal x = 0;
    for (size_t i = 0; i < column; ++i)
        x += width(i) + points(between);
    return m_isMirrored ? m_area.width() - x - width(column) : x;
}

std::unique_ptr<QTextLayout> RecordPages::layText(const QString &text, const QFont &font, qreal width) const
{
    QString lines = text;
    lines.replace(u'\n', QChar::LineSeparator);
    auto layout = std::make_unique<QTextLayout>(lines, font, const_cast<QPagedPaintDevice *>(&m_device));
    QTextOption option((m_isMirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute);
    option.setTextDirection(Qt::LayoutDirectionAuto); // By what is written, whichever side it stands on
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout->setTextOption(option);
    layout->beginLayout();
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, 0}); // Each is drawn by itself: it may come on the next page
    }
    layout->endLayout();
    return layout;
}

RecordPages::Layouts RecordPages::lay(const QStringList &cells, const QFont &font) const
{
    Layouts layouts;
    for (size_t i = 0; i < m_columns.size(); ++i)
        layouts.push_back(layText(cells.value(qsizetype(i)), font, width(i)));
    return layouts;
}

Result<void> RecordPages::drawLines(const Layouts &layouts)
{
    for (int number = 0;; ++number) {
        qreal height = 0;
        for (const auto &layout : layouts) {
            if (number < layout->lineCount())
                height = std::max(height, layout->lineAt(number).height());
        }
        if (height <= 0)
            return {};
        if (m_y + height > m_area.bottom()) {
            if (Result<void> turned = turnPage(); !turned)
                return turned;
        }
        for (size_t i = 0; i < layouts.size(); ++i) {
            if (number < layouts[i]->lineCount())
                layouts[i]->lineAt(number).draw(&m_painter, {left(i), m_y});
        }
        m_y += height;
    }
}

Result<void> RecordPages::turnPage()
{
    drawFoot();
    if (!m_device.newPage())
        return failure(ErrorKind::Disk, QStringLiteral("no new page"));
    ++m_page;
    m_y = 0;
    drawColumnNames();
    m_y += points(around);
    return {};
}

void RecordPages::drawHead()
{
    const auto draw = [this](const QString &text, const QFont &font) {
        const auto layout = layText(text, font, m_area.width());
        for (int i = 0; i < layout->lineCount(); ++i) {
            layout->lineAt(i).draw(&m_painter, {0, m_y});
            m_y += layout->lineAt(i).height();
        }
    };
    QFont title = m_bold;
    title.setPointSizeF(15);
    draw(m_head.title, title);
    m_y += points(2);
    for (const QString &fact : m_head.facts)
        draw(fact, m_font);
    m_y += points(10);
}

void RecordPages::drawColumnNames()
{
    QStringList names;
    for (const Column &column : m_columns)
        names << column.name;
    const Layouts layouts = lay(names, m_bold);
    qreal bottom = m_y;
    for (size_t i = 0; i < layouts.size(); ++i) {
        qreal y = m_y;
        for (int number = 0; number < layouts[i]->lineCount(); ++number) {
            layouts[i]->lineAt(number).draw(&m_painter, {left(i), y});
            y += layouts[i]->lineAt(number).height();
        }
        bottom = std::max(bottom, y);
    }
    m_y = bottom + points(around);
    drawRule(ink);
}

void RecordPages::drawFoot()
{
    m_painter.setPen(quietInk);
    const QString number =
        QCoreApplication::translate("RecordPages", "%1 · page %2", "a document's title, a page's number")
            .arg(m_head.title, QLocale().toString(m_page));
    const auto layout = layText(number, m_font, m_area.width());
    if (layout->lineCount() > 0)
        layout->lineAt(0).draw(&m_painter, {0, m_area.bottom() + points(8)});
    m_painter.setPen(ink);
}

void RecordPages::drawRule(const QColor &colour)
{
    m_painter.setPen(QPen(colour, points(0.5)));
    m_painter.drawLine(QPointF(0, m_y), QPointF(m_area.width(), m_y));
    m_painter.setPen(ink);
}
