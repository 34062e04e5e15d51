#include "app/instancechannel.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <QTemporaryDir>

namespace {

constexpr auto openToOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                              QFile::WriteOther | QFile::ExeOther;

/// XDG_RUNTIME_DIR for one test.
class RuntimeFolder
{
public:
    explicit RuntimeFolder(const QString &path) { qputenv(name, QFile::encodeName(path)); }
    ~RuntimeFolder() { qputenv(name, m_before); }
    Q_DISABLE_COPY_MOVE(RuntimeFolder)

private:
    static constexpr const char *name = "XDG_RUNTIME_DIR";
    const QByteArray m_before = qgetenv(name);
};

QString made(const QTemporaryDir &in, const char *name)
{
    const QString path = in.filePath(QString::fromLatin1(name));
    REQUIRE(QDir().mkpath(path));
    return path;
}

} // namespace

TEST_CASE("Each data folder has a channel of its own, however it is spelled")
{
    const QTemporaryDir runtime;
    const RuntimeFolder set(runtime.path());
    const QString one = made(runtime, "one");
    const QString other = made(runtime, "other");
    REQUIRE(QFile::link(one, runtime.filePath(QStringLiteral("linked"))));

    CHECK_FALSE(channelPlace(one).isEmpty());
    CHECK(channelPlace(one) != channelPlace(other));
    CHECK(channelPlace(one) == channelPlace(runtime.filePath(QStringLiteral("other/../one/"))));
    CHECK(channelPlace(one) == channelPlace(runtime.filePath(QStringLiteral("linked"))));
}

TEST_CASE("Another user's channel for the same data folder is another one")
{
    const QTemporaryDir runtime;
    const RuntimeFolder set(runtime.path());
    const QByteArray user = qgetenv("USER");
    const auto back = qScopeGuard([&user] { qputenv("USER", user); });
    const QString ours = channelPlace(runtime.path());

    qputenv("USER", user + "-other");

    CHECK(channelPlace(runtime.path()) != ours);
}

TEST_CASE("The channel is the user's alone")
{
    const QTemporaryDir runtime;
    const RuntimeFolder set(runtime.path());
    const QString place = channelPlace(runtime.path());
    InstanceChannel channel;

    REQUIRE(channel.listen(place));

    CHECK((QFile::permissions(place) & openToOthers) == 0);
    CHECK((QFile::permissions(QFileInfo(place).path()) & openToOthers) == 0);
}

TEST_CASE("A folder that others may write to holds no channel")
{
    const QTemporaryDir runtime;
    REQUIRE(QFile::setPermissions(runtime.path(), QFile::permissions(runtime.path()) | QFile::WriteOther | QFile::ExeOther));
    const RuntimeFolder set(runtime.path());
    const QTemporaryDir data;

    const QString place = channelPlace(data.path());

    CHECK_FALSE(place.startsWith(runtime.path()));
    CHECK((QFile::permissions(QFileInfo(place).path()) & openToOthers) == 0);
}
