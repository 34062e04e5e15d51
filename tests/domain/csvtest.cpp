#include "core/domain/csv.h"
#include "tests/support/catch.h"

using namespace Qt::Literals::StringLiterals;

namespace {

/// The cells of one row, as RFC 4180 reads them.
QStringList cellsOf(const QByteArray &row)
{
    const QString text = QString::fromUtf8(row);
    QStringList cells;
    QString cell;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (quoted && c == u'"' && i + 1 < text.size() && text.at(i + 1) == u'"') {
            cell += text.at(++i);
        } else if (c == u'"') {
            quoted = !quoted;
        } else if (!quoted && (c == u',' || text.mid(i) == "\r\n"_L1)) {
            cells.append(std::exchange(cell, {}));
            if (c != u',')
                return cells;
        } else {
            cell += c;
        }
    }
    FAIL("the row has no end");
    return cells;
}

} // namespace

TEST_CASE("A row of CSV is read back as the cells it was made of")
{
    const QStringList cells{u"Acme, Ltd"_s, u"say \"hello\""_s, u""_s, u"two\r\nlines"_s, u"a;b\tc"_s,
                            u"株式会社"_s,  u"\""_s,             u" x "_s};

    CHECK(cellsOf(csvRow(cells)) == cells);
    CHECK(csvRow({u"a"_s, u"b"_s}) == "\"a\",\"b\"\r\n");
}

TEST_CASE("A cell that a spreadsheet would take for a formula begins with an apostrophe")
{
    const QString cell =
        GENERATE(u"=1+1"_s, u"=cmd|' /C calc'!A0"_s, u"+1"_s, u"-1+1"_s, u"@SUM(A1)"_s, u"\t=1"_s, u"\r=1"_s, u"\n=1"_s,
                 u"  =1"_s, u"\u00A0=1"_s, u"\uFEFF=1"_s, u"\u200B=1"_s, u"\uFF1D1"_s, u"\uFF0B1"_s, u"\uFF0D1"_s,
                 u"\uFF20x"_s, u"=HYPERLINK(\"http://evil.example\",\"x\")"_s);

    CHECK(cellsOf(csvRow({u"first"_s, cell})) == QStringList{u"first"_s, u'\'' + cell});
}

TEST_CASE("A cell that only holds such a sign later stays as it is")
{
    const QString cell = GENERATE(u"a=b"_s, u"Müller + Söhne"_s, u"x-y"_s, u"amara@client.example"_s, u"1-2"_s, u"'"_s);

    CHECK(cellsOf(csvRow({cell})) == QStringList{cell});
}
