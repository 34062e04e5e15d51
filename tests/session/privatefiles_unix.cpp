#include "tests/session/sessionrig.h"
#include "tests/support/catch.h"

#include <QDirIterator>
#include <QFileInfo>

#include <sys/stat.h>

namespace {

/// A person's shell may say that every new file is everybody's.
class OpenUmask
{
public:
    OpenUmask() : m_before(umask(0)) {}
    ~OpenUmask() { umask(m_before); }

private:
    mode_t m_before;
};

/// What others may do with the folder or anything in it: a line each.
QStringList openToOthers(const QString &folder)
{
    const auto others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QStringList open;
    const auto look = [&](const QFileInfo &file) {
        if ((file.permissions() & others) != 0)
            open << file.fileName();
    };
    look(QFileInfo(folder));
    QDirIterator each(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                      QDirIterator::Subdirectories);
    while (each.hasNext())
        look(QFileInfo(each.next()));
    return open;
}

} // namespace

TEST_CASE("Whatever the umask, the data folder is made the person's own, with every file in it", "[signin]")
{
    const OpenUmask umaskOfZero;
    SessionRig rig;
    SessionOptions options = rig.options();
    options.dataDir = rig.folder.filePath(QStringLiteral("new/data"));

    rig.open(options);
    REQUIRE(eventually([&rig] { return rig.whole(); }));
    REQUIRE(rig.accept(QStringLiteral("i1")));

    CHECK(QDir(options.dataDir).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size() >= 2);
    CHECK(openToOthers(options.dataDir).join(u' ').toStdString() == std::string());
}

TEST_CASE("A data folder that was open to others is the person's own afterwards", "[signin]")
{
    SessionRig rig;
    REQUIRE(chmod(QFile::encodeName(rig.folder.path()).constData(), 0777) == 0);

    REQUIRE(rig.opensWhole());

    CHECK(openToOthers(rig.folder.path()).join(u' ').toStdString() == std::string());
}
