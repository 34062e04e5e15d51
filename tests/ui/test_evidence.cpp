#include "tests/ui/evidencedesk.h"

#include <QComboBox>
#include <QDateEdit>
#include <QFileDialog>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>

#include <algorithm>

namespace {

const EvidenceWish everything{};

} // namespace

TEST_CASE("The dialog asks for what the window shows, of this year")
{
    EvidenceDesk desk;
    desk.open(RecordKind::Activity, samples::branchId(QStringLiteral("london")));
    QSignalSpy asked(&desk.dialog(), &EvidenceDialog::printAsked);

    desk.child<QPushButton>("printEvidence").click();

    const auto wish = asked.at(0).at(0).value<EvidenceWish>();
    CHECK(wish.kind == RecordKind::Activity);
    CHECK(wish.branch == samples::branchId(QStringLiteral("london")));
    CHECK(wish.first == QDate(2026, 1, 1));
    CHECK(wish.last == QDateTime::fromMSecsSinceEpoch(msSinceEpoch(samples::now())).date());
}

TEST_CASE("Every control of the dialog has a name")
{
    EvidenceDesk desk;
    desk.open();
    CHECK(widgets::unnamedControls(desk.dialog()).join(u'\n').toStdString() == std::string());
}

TEST_CASE("A day that is changed is a period of chosen days, and all time has none")
{
    EvidenceDesk desk;
    desk.open();
    auto &period = desk.child<QComboBox>("evidencePeriod");

    desk.child<QDateEdit>("evidenceFirst").setDate(QDate(2026, 5, 1));
    CHECK(period.currentText() == QStringLiteral("Chosen days"));
    period.setCurrentIndex(period.findText(QStringLiteral("All time")));

    CHECK_FALSE(desk.child<QDateEdit>("evidenceFirst").isEnabled());
    QSignalSpy asked(&desk.dialog(), &EvidenceDialog::printAsked);
    desk.child<QPushButton>("printEvidence").click();
    CHECK_FALSE(asked.at(0).at(0).value<EvidenceWish>().first);
}

TEST_CASE("What one may not see is said beside disabled buttons")
{
    EvidenceDesk desk;
    desk.open(RecordKind::Activity, samples::branchId(QStringLiteral("leeds")));

    CHECK_FALSE(desk.child<QPushButton>("saveEvidence").isEnabled());
    CHECK(desk.text().contains(QStringLiteral("You need the permission")));
    CHECK(desk.child<QPushButton>("saveEvidence").accessibleDescription().contains(QStringLiteral("Leeds")));
    desk.child<QRadioButton>("kindInvitations").click();
    CHECK(desk.child<QPushButton>("saveEvidence").isEnabled());
}

TEST_CASE("A period that ends before it begins can't be written, and a line says so")
{
    EvidenceDesk desk;
    desk.open();
    desk.child<QDateEdit>("evidenceLast").setDate(QDate(2020, 5, 1));

    CHECK_FALSE(desk.child<QPushButton>("printEvidence").isEnabled());
    CHECK(desk.text().contains(QStringLiteral("The last day is before the first one.")));
}

TEST_CASE("A file is suggested by its name, and written where one says")
{
    EvidenceDesk desk;
    desk.add(QStringLiteral("i1"));
    desk.open();
    desk.child<QPushButton>("saveEvidence").click();
    widgets::settle();
    auto *places = desk.dialog().findChild<QFileDialog *>();
    REQUIRE(places);
    CHECK(places->selectedFiles().value(0).contains(QStringLiteral("Invitations all branches 2026-01-01 to 2026-")));

    emit places->fileSelected(desk.path(QStringLiteral("mine.csv")));
    REQUIRE(desk.ends());

    CHECK(desk.text().contains(QStringLiteral("Saved. Invitations in it: 1.")));
    CHECK(desk.text().contains(QStringLiteral("mine.csv")));
    CHECK(desk.files() == QStringList{QStringLiteral("mine.csv")});
}

TEST_CASE("However many there are, the session is asked for a few hundred at once")
{
    EvidenceDesk desk;
    desk.addMany(1'201);
    desk.open();

    desk.flow.save(everything, desk.path(QStringLiteral("a.csv")));
    REQUIRE(desk.ends());

    const auto &parts = desk.session.recordParts;
    CHECK(parts.size() > 2);
    CHECK(*std::max_element(parts.begin(), parts.end()) <= 250);
    CHECK(desk.content(QStringLiteral("a.csv")).count("\r\n") == 1'202);
}

TEST_CASE("While it is written one sees how far it is, and can leave it: the older file stays as it was")
{
    EvidenceDesk desk;
    desk.addMany(1'201);
    desk.put(QStringLiteral("a.csv"), "older");
    desk.open();
    desk.flow.save(everything, desk.path(QStringLiteral("a.csv")));
    REQUIRE(QTest::qWaitFor([&] { return desk.session.recordParts.size() == 2; }));
    desk.session.answersHeld = true;
    CHECK(desk.isThere("stopEvidence"));
    REQUIRE(QTest::qWaitFor([&] { return desk.text().contains(QStringLiteral("of 1,201 written")); }));

    desk.child<QPushButton>("stopEvidence").click();
    desk.session.answersHeld = false;
    desk.session.releaseAnswers();

    CHECK(desk.text().contains(QStringLiteral("Cancelled. Nothing was written")));
    REQUIRE(QTest::qWaitFor([&] { return desk.files().size() == 1; }));
    CHECK(desk.content(QStringLiteral("a.csv")) == "older");
}

TEST_CASE("Where the account is closed in the middle, the older file stays and a line says what to do")
{
    EvidenceDesk desk;
    desk.addMany(1'201);
    desk.put(QStringLiteral("a.csv"), "older");
    desk.open();
    desk.flow.save(everything, desk.path(QStringLiteral("a.csv")));
    REQUIRE(QTest::qWaitFor([&] { return !desk.session.recordParts.empty(); }));
    desk.session.recordsError = Error{ErrorKind::SignedOut, {}};
    REQUIRE(desk.ends());

    CHECK(desk.text().contains(QStringLiteral("Not saved: the account was closed meanwhile.")));
    REQUIRE(QTest::qWaitFor([&] { return desk.files().size() == 1; }));
    CHECK(desk.content(QStringLiteral("a.csv")) == "older");
}

TEST_CASE("Where nothing can be written it is said, and what can be done")
{
    EvidenceDesk desk;
    desk.add(QStringLiteral("i1"));
    desk.open();

    for (const EvidenceFormat format : {EvidenceFormat::Csv, EvidenceFormat::Pdf}) {
        desk.flow.save({RecordKind::Invitations, {}, {}, {}, format}, desk.path(QStringLiteral("none/a.file")));
        REQUIRE(desk.ends());
        CHECK(desk.text().contains(QStringLiteral("Not saved: nothing can be written in this folder")));
        CHECK(desk.text().contains(QStringLiteral("Choose another folder or name.")));
    }
}

TEST_CASE("Of a period with nothing in it no file is made")
{
    EvidenceDesk desk;
    desk.open();

    desk.flow.save(everything, desk.path(QStringLiteral("a.csv")));
    REQUIRE(desk.ends());

    CHECK(desk.text().contains(QStringLiteral("There is nothing to write: nothing on all branches")));
    CHECK(desk.files().isEmpty());
}

TEST_CASE("A failure stays to be read while the service brings something else")
{
    EvidenceDesk desk;
    desk.open();
    desk.flow.save(everything, desk.path(QStringLiteral("a.csv")));
    REQUIRE(desk.ends());

    desk.session.shown.status.received = 12;
    desk.session.publish();
    widgets::settle();

    CHECK(desk.text().contains(QStringLiteral("There is nothing to write")));
}

TEST_CASE("A dialog that goes away in the middle leaves the older file as it was")
{
    EvidenceDesk desk;
    desk.addMany(1'201);
    desk.put(QStringLiteral("a.csv"), "older");
    desk.open();
    desk.flow.save(everything, desk.path(QStringLiteral("a.csv")));
    REQUIRE(QTest::qWaitFor([&] { return desk.session.recordParts.size() == 2; }));

    delete &desk.dialog();

    REQUIRE(QTest::qWaitFor([&] { return desk.files().size() == 1; }));
    CHECK(desk.content(QStringLiteral("a.csv")) == "older");
}
