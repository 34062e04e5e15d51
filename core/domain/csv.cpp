#include "core/domain/csv.h"

namespace {

bool beginsFormula(char16_t u)
{
    // Spreadsheets in Japanese and Chinese take the wide forms, too. A tab or a line break ends the cell for some, and
    // what follows it begins another.
    switch (u) {
    case u'=':
    case u'+':
    case u'-':
    case u'@':
    case u'\t':
    case u'\r':
    case u'\n':
    case 0xFF1D:
    case 0xFF0B:
    case 0xFF0D:
    case 0xFF20:
        return true;
    default:
        return false;
    }
}

bool isFormula(const QString &cell)
{
    for (const QChar c : cell) {
        if (beginsFormula(c.unicode()))
            return true;
        // Some strip spaces and what can't be seen before they look.
        if (!c.isSpace() && c.category() != QChar::Other_Format && c.category() != QChar::Other_Control)
            return false;
    }
    return false;
}

QString csvCell(const QString &cell)
{
    QString text = isFormula(cell) ? u'\'' + cell : cell;
    text.replace(u'"', QStringLiteral("\"\""));
    return u'"' + text + u'"';
}

} // namespace

QByteArray csvRow(const QStringList &cells)
{
    QStringList written;
    written.reserve(cells.size());
    for (const QString &cell : cells)
        written.append(csvCell(cell));
    return (written.join(u',') + QStringLiteral("\r\n")).toUtf8();
}
