#include "core/session/accountindex.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QTemporaryDir>

namespace {

AccountKey key(const char *origin, const char *user)
{
    return {QString::fromLatin1(origin), *PracticeId::parse(QStringLiteral("p1")),
            *MemberId::parse(QString::fromLatin1(user))};
}

} // namespace

TEST_CASE("The account that was used last is found again, by service and over all", "[accountindex]")
{
    const QTemporaryDir folder;
    AccountIndex index = AccountIndex::read(folder.path());
    (void)index.use(key("https://a:443", "u1"), instantFromMs(1'000));
    (void)index.use(key("https://b:443", "u2"), instantFromMs(2'000));
    REQUIRE(index.save());

    const AccountIndex again = AccountIndex::read(folder.path());

    CHECK(again.lastUsed(QStringLiteral("https://a:443"))->key == key("https://a:443", "u1"));
    CHECK(again.lastUsed({})->key == key("https://b:443", "u2"));
    CHECK_FALSE(again.lastUsed(QStringLiteral("https://c:443")));
}

TEST_CASE("Each account has a folder of its own, the same every time", "[accountindex]")
{
    const QTemporaryDir folder;
    AccountIndex index = AccountIndex::read(folder.path());

    const QString first = index.use(key("https://a:443", "u1"), instantFromMs(1'000)).folder;
    const QString second = index.use(key("https://a:443", "u2"), instantFromMs(2'000)).folder;

    CHECK(first != second);
    CHECK(index.use(key("https://a:443", "u1"), instantFromMs(3'000)).folder == first);
    CHECK_FALSE(first.contains(QStringLiteral("u1")));
}

TEST_CASE("An index that can't be read is an empty one", "[accountindex]")
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("accounts.json")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(R"([{"origin": 7}, "nonsense", {"origin":"https://a:443","practice":"../..","user":"u1"}])");
    file.close();

    CHECK_FALSE(AccountIndex::read(folder.path()).lastUsed({}));
}

TEST_CASE("An account that was signed out is not the last used", "[accountindex]")
{
    const QTemporaryDir folder;
    AccountIndex index = AccountIndex::read(folder.path());
    (void)index.use(key("https://a:443", "u1"), instantFromMs(1'000));

    REQUIRE(index.forget(key("https://a:443", "u1")));

    CHECK_FALSE(AccountIndex::read(folder.path()).lastUsed({}));
}

TEST_CASE("After one signed out none is opened by itself, until it is used again", "[accountindex]")
{
    const QTemporaryDir folder;
    AccountIndex index = AccountIndex::read(folder.path());
    (void)index.use(key("https://a:443", "u1"), instantFromMs(1'000));
    (void)index.use(key("https://a:443", "u2"), instantFromMs(2'000));

    REQUIRE(index.forget(key("https://a:443", "u2")));

    AccountIndex again = AccountIndex::read(folder.path());
    CHECK_FALSE(again.lastUsed({}));
    (void)again.use(key("https://a:443", "u1"), instantFromMs(3'000));
    REQUIRE(again.save());
    CHECK(AccountIndex::read(folder.path()).lastUsed({})->key == key("https://a:443", "u1"));
}

TEST_CASE("An index that can't be written is said, and the account's folder is known all the same", "[accountindex]")
{
    AccountIndex index = AccountIndex::read(QStringLiteral("/nowhere/at/all"));

    const AccountIndex::Entry entry = index.use(key("https://a:443", "u1"), instantFromMs(1'000));

    CHECK_FALSE(entry.folder.isEmpty());
    CHECK_FALSE(index.save());
}
