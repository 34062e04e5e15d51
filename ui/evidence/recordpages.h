#pragma once

#include "core/domain/result.h"
#include "ui/evidence/evidencewords.h"

#include <QFont>
#include <QPainter>

#include <memory>
#include <vector>

class QPagedPaintDevice;
class QTextLayout;

/// Rows of plain text on pages of any size: a head on the first page, the columns' names and the page's number on each. A
/// row that is longer than a page goes on with the next. One thread.
class RecordPages
{
public:
    struct Column
    {
        QString name;
        int share = 1; ///< Of the width, compared to the others'
    };

    /// `device` outlives it. `isMirrored`: the first column stands at the right.
    RecordPages(QPagedPaintDevice &device, EvidenceHead head, std::vector<Column> columns, const QFont &font,
                bool isMirrored);
    ~RecordPages();

    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<void> addRow(const QStringList &cells);
    [[nodiscard]] Result<void> finish();

private:
    using Layouts = std::vector<std::unique_ptr<QTextLayout>>;

    [[nodiscard]] Layouts lay(const QStringList &cells, const QFont &font) const;
    [[nodiscard]] std::unique_ptr<QTextLayout> layText(const QString &text, const QFont &font, qreal width) const;
    [[nodiscard]] qreal left(size_t column) const;
    [[nodiscard]] qreal width(size_t column) const;
    [[nodiscard]] Result<void> drawLines(const Layouts &layouts);
    [[nodiscard]] Result<void> turnPage();
    void drawHead();
    void drawColumnNames();
    void drawFoot();
    void drawRule(const QColor &colour);
    [[nodiscard]] qreal points(qreal count) const;

    QPagedPaintDevice &m_device;
    const EvidenceHead m_head;
    const std::vector<Column> m_columns;
    QFont m_font;
    QFont m_bold;
    const bool m_isMirrored;
    QPainter m_painter;
    QRectF m_area; ///< For rows, in the device's pixels
    qreal m_y = 0;
    int m_page = 1;
};
