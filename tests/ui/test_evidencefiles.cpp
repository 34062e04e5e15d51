#include "tests/ui/evidencedesk.h"
#include "ui/evidence/evidenceperiod.h"
#include "ui/evidence/evidencewords.h"
#include "ui/evidence/pdffile.h"
#include "ui/evidence/recordcells.h"

#include <QPrinter>

namespace {

const QByteArray mark("\xEF\xBB\xBF");

EvidenceWish allAs(EvidenceFormat format)
{
    return {RecordKind::Invitations, {}, {}, {}, format};
}

InvitationRecord rejected()
{
    InvitationRecord record{samples::invitation(QStringLiteral("i1"), QStringLiteral("Acme Ltd"),
                                                QStringLiteral("Ann Lee"), 24),
                            QStringLiteral("London"), QStringLiteral("Capacity full")};
    record.invitation.status = invitationStatus(QStringLiteral("rejected"));
    record.invitation.decidedAt = samples::now();
    record.invitation.decidedByName = QStringLiteral("Tom Reed");
    record.invitation.replyMessage = QStringLiteral("We wish you well.");
    return record;
}

qsizetype pagesOf(const QByteArray &pdf)
{
    return pdf.count("/Type /Page\n");
}

} // namespace

TEST_CASE("A spreadsheet begins with the mark that Excel knows UTF-8 by, and has the names of its columns")
{
    EvidenceDesk desk;
    desk.add(QStringLiteral("i1"), QStringLiteral("Café Béla Kft."));
    desk.open();

    desk.flow.save(allAs(EvidenceFormat::Csv), desk.path(QStringLiteral("a.csv")));
    REQUIRE(desk.ends());

    const QByteArray content = desk.content(QStringLiteral("a.csv"));
    CHECK(content.startsWith(mark + "\"Branch\",\"Company\",\"Owner\","));
    CHECK(content.count("\r\n") == 2);
    CHECK(content.contains("\"London\",\"Caf\xC3\xA9 B\xC3\xA9la Kft.\",\"Ann Lee\""));
}

TEST_CASE("What a client wrote is no formula in a spreadsheet")
{
    EvidenceDesk desk;
    desk.add(QStringLiteral("i1"), QStringLiteral("=HYPERLINK(\"http://x\")"));
    desk.open();

    desk.flow.save(allAs(EvidenceFormat::Csv), desk.path(QStringLiteral("a.csv")));
    REQUIRE(desk.ends());

    CHECK(desk.content(QStringLiteral("a.csv")).contains("\"'=HYPERLINK(\"\"http://x\"\")\""));
}

TEST_CASE("A spreadsheet has moments in local time and in UTC, and a cell for each name of a column")
{
    const InvitationRecord record = rejected();
    const QStringList heads = RecordCells::sheetHeads(RecordKind::Invitations);
    const QStringList cells = RecordCells::sheetCells(record);

    REQUIRE(heads.size() == cells.size());
    CHECK(cells[heads.indexOf(QStringLiteral("Decided (UTC)"))] == QStringLiteral("2026-11-23T19:30:00Z"));
    CHECK(cells[heads.indexOf(QStringLiteral("Decided (local time)"))] ==
          QDateTime(QDate(2026, 11, 23), QTime(19, 30), Qt::UTC)
              .toLocalTime()
              .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")));
    CHECK(cells[heads.indexOf(QStringLiteral("Reason"))] == QStringLiteral("Capacity full"));
    CHECK(RecordCells::sheetHeads(RecordKind::Activity).size() ==
          RecordCells::sheetCells(samples::activityRow(QStringLiteral("a1"), QStringLiteral("Tom"),
                                                       QStringLiteral("note_added"), QStringLiteral("Acme")))
              .size());
}

TEST_CASE("A moment that is not known is an empty cell")
{
    InvitationRecord record = rejected();
    record.invitation.decidedAt.reset();

    const QStringList heads = RecordCells::sheetHeads(RecordKind::Invitations);
    CHECK(RecordCells::sheetCells(record)[heads.indexOf(QStringLiteral("Decided (UTC)"))].isEmpty());
}

TEST_CASE("A page shows what can't be seen as what it is, and markup as its characters")
{
    InvitationRecord record = rejected();
    record.invitation.companyName = QStringLiteral("<b>A\u202Eb</b>");

    const QString company = RecordCells::pageCells(record, false)[1];

    CHECK(company.contains(QStringLiteral("<b>A")));
    CHECK_FALSE(company.contains(QChar(0x202E)));
}

TEST_CASE("A page has a cell for each of its columns, with a branch and without")
{
    for (const bool named : {false, true}) {
        const auto columns = qsizetype(RecordCells::pageShares(RecordKind::Invitations, named).size());
        CHECK(RecordCells::pageHeads(RecordKind::Invitations, named).size() == columns);
        CHECK(RecordCells::pageCells(rejected(), named).size() == columns);
    }
    CHECK(RecordCells::pageCells(rejected(), true)[1] == QStringLiteral("London"));
}

TEST_CASE("A document goes on over as many pages as it needs, also within one row")
{
    EvidenceDesk desk;
    Invitation &invitation = desk.add(QStringLiteral("i1"));
    invitation.status = invitationStatus(QStringLiteral("rejected"));
    desk.open();
    desk.flow.save(allAs(EvidenceFormat::Pdf), desk.path(QStringLiteral("short.pdf")));
    REQUIRE(desk.ends());
    CHECK(pagesOf(desk.content(QStringLiteral("short.pdf"))) == 1);

    desk.session.world.invitations[0].replyMessage = QString(9'000, u'W');
    desk.dialog().reject();
    widgets::settle();
    desk.open();
    desk.flow.save(allAs(EvidenceFormat::Pdf), desk.path(QStringLiteral("long.pdf")));
    REQUIRE(desk.ends());

    CHECK(desk.content(QStringLiteral("long.pdf")).startsWith("%PDF"));
    CHECK(pagesOf(desk.content(QStringLiteral("long.pdf"))) > 3);
}

TEST_CASE("What is printed comes to the printer")
{
    EvidenceDesk desk;
    desk.addMany(3);
    desk.open();
    auto printer = std::make_unique<QPrinter>(QPrinter::HighResolution);
    printer->setOutputFormat(QPrinter::PdfFormat);
    printer->setOutputFileName(desk.path(QStringLiteral("paper.pdf")));

    desk.flow.print(allAs(EvidenceFormat::Csv), std::move(printer));
    REQUIRE(desk.ends());

    CHECK(desk.text().contains(QStringLiteral("Given to the printer. Invitations on it: 3.")));
    CHECK(pagesOf(desk.content(QStringLiteral("paper.pdf"))) == 1);
}

TEST_CASE("A file is named by what is in it, in a way that every system takes")
{
    Overview overview = samples::overview();
    overview.branches[0].name = QStringLiteral("Lon\u202Edon / <West>: \"1\"?. ");
    const EvidenceWish wish{RecordKind::Activity, overview.branches[0].id, QDate(2026, 11, 1), QDate(2026, 11, 27),
                            EvidenceFormat::Pdf};

    const QString name = EvidenceWords::fileName(wish, overview);

    CHECK(name.startsWith(QStringLiteral("Activity Lon")));
    CHECK(name.endsWith(QStringLiteral(" 2026-11-01 to 2026-11-27.pdf")));
    for (const QChar refused : QStringLiteral("/\\:*?\"<>|\u202E"))
        CHECK_FALSE(name.contains(refused));
}

TEST_CASE("Days are whole ones of the user's time zone")
{
    const EvidenceWish wish{RecordKind::Invitations, {}, QDate(2026, 3, 29), QDate(2026, 10, 25), EvidenceFormat::Csv};

    const RecordQuery query = recordQuery(wish);

    CHECK(query.from == instantFromMs(QDate(2026, 3, 29).startOfDay().toMSecsSinceEpoch()));
    CHECK(query.until == instantFromMs(QDate(2026, 10, 26).startOfDay().toMSecsSinceEpoch()));
}

TEST_CASE("Periods by a word are those of the calendar")
{
    const QDate today(2026, 3, 31);
    CHECK(evidenceDays(EvidencePeriod::ThisMonth, today) == EvidenceDays{QDate(2026, 3, 1), today});
    CHECK(evidenceDays(EvidencePeriod::LastMonth, today) == EvidenceDays{QDate(2026, 2, 1), QDate(2026, 2, 28)});
    CHECK(evidenceDays(EvidencePeriod::LastYear, today) == EvidenceDays{QDate(2025, 1, 1), QDate(2025, 12, 31)});
    CHECK(evidenceDays(EvidencePeriod::LastMonth, QDate(2026, 1, 5)) ==
          EvidenceDays{QDate(2025, 12, 1), QDate(2025, 12, 31)});
    CHECK(evidenceDays(EvidencePeriod::All, today) == EvidenceDays{});
}

TEST_CASE("A document says whose it is, of when, and what it does not have yet")
{
    Overview overview = samples::overview();
    const EvidenceWish wish{RecordKind::Invitations, overview.branches[0].id, {}, {}, EvidenceFormat::Pdf};
    const QStringList online = EvidenceWords::head(wish, overview, samples::now()).facts;
    overview.status.connection = Connection::Offline;
    const QStringList offline = EvidenceWords::head(wish, overview, samples::now()).facts;

    CHECK(online.value(1) == QStringLiteral("Period: all time"));
    CHECK(online.join(u'\n').contains(QStringLiteral("Priya Shah")));
    CHECK(offline.size() == online.size() + 1);
    CHECK(offline.last().contains(QStringLiteral("there is no connection now")));
}
