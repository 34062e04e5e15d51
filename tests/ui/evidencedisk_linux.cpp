#include "tests/damage/volume.h"
#include "tests/ui/evidencedesk.h"

TEST_CASE("On a full disk the older file stays, and a line says that there is no room")
{
    Volume disk(256);
    if (!disk.isThere())
        return; // Only the administrator may mount
    EvidenceDesk desk;
    desk.addMany(2'000);
    const QString path = disk.path() + QStringLiteral("/a.file");
    {
        QFile older(path);
        REQUIRE(older.open(QIODevice::WriteOnly));
        older.write("older");
    }
    for (const EvidenceFormat format : {EvidenceFormat::Csv, EvidenceFormat::Pdf}) {
        desk.open();
        desk.flow.save({RecordKind::Invitations, {}, {}, {}, format}, path);
        REQUIRE(desk.ends());

        CHECK(desk.text().contains(QStringLiteral("Not saved: there is no room left on the disk.")));
        REQUIRE(QTest::qWaitFor([&] { return QDir(disk.path()).entryList(QDir::Files | QDir::Hidden).size() == 1; }));
        CHECK(EvidenceDesk::contentOf(path) == "older");
    }
}
