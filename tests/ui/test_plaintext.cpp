#include "tests/support/catch.h"
#include "ui/common/noticebar.h"
#include "ui/common/plaintext.h"

#include <QAccessible>
#include <QLabel>
#include <QTextDocument>

namespace {

const QString hostile = QStringLiteral("<b>x</b><img src=file:///etc/passwd>");

/// What a reader of a tooltip sees of it.
QString asShown(const QString &toolTip)
{
    if (!Qt::mightBeRichText(toolTip))
        return toolTip;
    QTextDocument document;
    document.setHtml(toolTip);
    return document.toPlainText();
}

} // namespace

TEST_CASE("A plain label shows markup as the characters it is made of")
{
    QWidget parent;
    QLabel *const label = plainLabel(&parent, QStringLiteral("x"), true);
    label->setText(hostile);

    CHECK(label->textFormat() == Qt::PlainText);
    CHECK_FALSE(label->openExternalLinks());
    CHECK(label->text() == hostile);
}

TEST_CASE("One line stays one line, whatever breaks are in it")
{
    CHECK(oneLine(QStringLiteral("a\r\nb\tc\u2028d\u0085e")) == QStringLiteral("a b c d e"));
}

TEST_CASE("Control characters are shown as pictures of themselves")
{
    CHECK(oneLine(QStringLiteral("a\u0007b\u001b[31m")) == QStringLiteral("a\u2407b\u241b[31m"));
}

TEST_CASE("What could turn the direction of the text around is made visible")
{
    CHECK(oneLine(QStringLiteral("invoice\u202Efdp.exe")) == QStringLiteral("invoice<U+202E>fdp.exe"));
    CHECK(manyLines(QStringLiteral("a\u2066b")) == QStringLiteral("a<U+2066>b"));
}

TEST_CASE("What can't be seen in a name is made visible; what joins an emoji stays")
{
    for (const char16_t unseen : {u'\u200B', u'\u200E', u'\u200F', u'\u2060', u'\uFEFF'}) {
        const QString code = QString::number(int(unseen), 16).toUpper();
        CHECK(oneLine(QStringLiteral("Ac") + QChar(unseen) + QStringLiteral("me")) ==
              QStringLiteral("Ac<U+%1>me").arg(code));
    }
    const QString family = QString::fromUtf8("👩‍👧");
    REQUIRE(family.contains(QChar(0x200D)));
    CHECK(oneLine(family) == family);
}

TEST_CASE("Blanks, fillers, tags and half characters are made visible, too")
{
    for (const char32_t unseen : {0xADu, 0x34Fu, 0x61Cu, 0x115Fu, 0x1160u, 0x17B4u, 0x180Eu, 0x2061u, 0x2064u, 0x206Au,
                                  0x2800u, 0x3164u, 0xFFA0u, 0xFFF9u, 0x1D173u, 0xE0001u, 0xE0041u, 0xE0100u, 0xFE0Fu}) {
        const QString between = QStringLiteral("Ac") + QString::fromUcs4(&unseen, 1) + QStringLiteral("me");
        const QString code = QString::number(uint(unseen), 16).toUpper().rightJustified(4, u'0');
        CHECK(oneLine(between) == QStringLiteral("Ac<U+%1>me").arg(code));
        CHECK(manyLines(between) == oneLine(between));
    }
    CHECK(oneLine(QStringLiteral("a") + QChar(0xD800) + QStringLiteral("b")) == QStringLiteral("a\uFFFDb"));
}

TEST_CASE("A joiner is shown where letters stand the same without it, and stays where writing needs it")
{
    CHECK(oneLine(QStringLiteral("Ac\u200Dme")) == QStringLiteral("Ac<U+200D>me"));
    CHECK(oneLine(QStringLiteral("Ac\u200Cme")) == QStringLiteral("Ac<U+200C>me"));
    CHECK(oneLine(QStringLiteral("12\u200D34")) == QStringLiteral("12<U+200D>34"));
    for (const QString &written :
         {QStringLiteral("می\u200Cخواهم"), QStringLiteral("क्\u200Dष"), QString::fromUtf8("🏳️‍🌈"), QString::fromUtf8("👩🏽‍💻"),
          QString::fromUtf8("🏴󠁧󠁢󠁥󠁮󠁧󠁿"), QString::fromUtf8("1️⃣"), QString::fromUtf8("❤️"), QStringLiteral("葛\U000E0100")})
        CHECK(oneLine(written) == written);
}

TEST_CASE("A name in which nothing can be seen has words in its place")
{
    for (const QString &blank : {QString(), QStringLiteral(" \n\t"), QStringLiteral("\u00A0\u3000"),
                                 QString(2'000, u' '), QStringLiteral("\u200D")}) {
        CHECK(companyLine(blank) == QStringLiteral("No company name"));
        CHECK(ownerLine(blank) == QStringLiteral("No owner name"));
        CHECK(branchLine(blank) == QStringLiteral("No branch name"));
    }
    CHECK(companyLine(QString(2'000, u' ') + QStringLiteral("Acme Ltd")) == QStringLiteral("Acme Ltd"));
}

TEST_CASE("One line is never longer than asked, and never ends in half a character")
{
    CHECK(oneLine(QString(10'000, u'x'), 20).size() == 20);
    const QString faces = QString::fromUtf8("😀😀😀😀");
    CHECK(oneLine(faces, 4) == QString::fromUtf8("😀…"));
}

TEST_CASE("Text of several lines keeps them, with one kind of break")
{
    CHECK(manyLines(QStringLiteral("a\r\nb\rc\nd")) == QStringLiteral("a\nb\nc\nd"));
}

TEST_CASE("A right-to-left name does not move its neighbours in a sentence")
{
    CHECK(inSentence(QStringLiteral("Acme Ltd")) == QStringLiteral("Acme Ltd"));
    CHECK(inSentence(QStringLiteral("نور")) == QStringLiteral("\u2068نور\u2069"));
}

TEST_CASE("An ampersand in a name is not a mnemonic")
{
    CHECK(withoutMnemonic(QStringLiteral("Research & Development")) == QStringLiteral("Research && Development"));
}

TEST_CASE("A tooltip shows exactly its text, short or long, with or without markup")
{
    for (const QString &text : {QStringLiteral("Acme Ltd"), hostile, hostile + QString(200, u'x'),
                                QStringLiteral("a\nb  c &amp; d") + QString(100, u'y')})
        CHECK(asShown(plainToolTip(text)) == text);
}

TEST_CASE("A tooltip shows no marks of ours around a right-to-left name")
{
    const QString text = inSentence(QStringLiteral("نور")) + QString(100, u'y');

    CHECK(asShown(plainToolTip(text)) == text);
}

TEST_CASE("What a screen reader says of a widget with a tooltip has no markup of ours")
{
    QWidget widget;

    setPlainToolTip(widget, hostile);

    CHECK(asShown(widget.toolTip()) == hostile);
    CHECK(QAccessible::queryAccessibleInterface(&widget)->text(QAccessible::Description) == hostile);
}

TEST_CASE("A notice shows markup as the characters it is made of")
{
    NoticeBar bar(QStringLiteral("bar"), nullptr);
    bar.say(NoticeBar::Tone::Quiet, QStringLiteral("info"), hostile);

    CHECK(bar.text() == hostile);
    for (const QLabel *label : bar.findChildren<QLabel *>())
        CHECK((label->textFormat() == Qt::PlainText || label->text().isEmpty()));
}
