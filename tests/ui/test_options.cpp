#include "app/options.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QTemporaryDir>

namespace {

Result<Options> read(const QStringList &arguments)
{
    return readOptions(arguments);
}

QString writeFile(const QTemporaryDir &folder, const QByteArray &bytes)
{
    const QString path = folder.filePath(QStringLiteral("file"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    return path;
}

} // namespace

TEST_CASE("Without options the program asks for everything itself")
{
    const Result<Options> options = read({});

    REQUIRE(options);
    CHECK(options->server.isEmpty());
    CHECK_FALSE(options->offline);
    CHECK(options->theme == Options::Theme::System);
}

TEST_CASE("An https service is taken, with its port")
{
    const Result<Options> options = read({QStringLiteral("--server"), QStringLiteral("https://127.0.0.1:8443/")});

    REQUIRE(options);
    CHECK(options->server == QUrl(QStringLiteral("https://127.0.0.1:8443")));
}

TEST_CASE("An address of an invitation is taken")
{
    const Result<Options> options = read({QStringLiteral("--offline"), QStringLiteral("atlas:invitation/i:1")});

    REQUIRE(options);
    CHECK(options->invitation == InvitationId::parse(QStringLiteral("i:1")));
    CHECK_FALSE(read({})->invitation);
}

TEST_CASE("Plain http is refused and said plainly, loopback included")
{
    for (const QString &url : {QStringLiteral("http://atlas.example.com"), QStringLiteral("http://127.0.0.1:8080"),
                               QStringLiteral("HTTP://localhost")}) {
        const Result<Options> options = read({QStringLiteral("--server"), url});

        REQUIRE_FALSE(options);
        CHECK(options.error().detail.contains(QStringLiteral("https")));
    }
}

TEST_CASE("What is not known is refused, not ignored")
{
    CHECK_FALSE(read({QStringLiteral("--hold"), QStringLiteral("3")}));
    CHECK_FALSE(read({QStringLiteral("extra")}));
    CHECK_FALSE(read({QStringLiteral("atlas:invitation/")}));
    CHECK_FALSE(read({QStringLiteral("atlas:invitation/a b")}));
    CHECK_FALSE(read({QStringLiteral("atlas:accept/i1")}));
    CHECK_FALSE(read({QStringLiteral("https://atlas.example/i1")}));
    CHECK_FALSE(read({QStringLiteral("atlas:invitation/i1"), QStringLiteral("atlas:invitation/i2")}));
    CHECK_FALSE(read({QStringLiteral("--theme"), QStringLiteral("pink")}));
    CHECK_FALSE(read({QStringLiteral("--branch"), QStringLiteral("a b")}));
    CHECK_FALSE(read({QStringLiteral("--ca-file"), QStringLiteral("/nowhere/ca.pem")}));
}

TEST_CASE("A file of roots that holds no certificate is refused at the start, by its name and with what to do")
{
    const QTemporaryDir folder;
    const QByteArray key = "-----BEGIN PRIVATE KEY-----\nMAMCAQE=\n-----END PRIVATE KEY-----\n";
    for (const QByteArray &bytes : {QByteArray(), QByteArray("hello\n"), key}) {
        const QString path = writeFile(folder, bytes);
        const Result<Options> options = read({QStringLiteral("--ca-file"), path});

        REQUIRE_FALSE(options);
        CHECK(options.error().detail.contains(path));
        CHECK(options.error().detail.contains(QStringLiteral("holds no certificate")));
        CHECK(options.error().detail.contains(QStringLiteral("PEM file")));
    }
    CHECK_FALSE(read({QStringLiteral("--ca-file"), folder.path()}));
    CHECK_FALSE(read({QStringLiteral("--ca-file"), QString()}));
}

TEST_CASE("A file with a certificate in it is taken as it is")
{
    const QTemporaryDir folder;
    const QString path =
        writeFile(folder, "-----BEGIN CERTIFICATE-----\nMAMCAQE=\n-----END CERTIFICATE-----\n");

    const Result<Options> options = read({QStringLiteral("--ca-file"), path});

    REQUIRE(options);
    CHECK(options->caFile == path);
}

TEST_CASE("Qt's own options pass by")
{
    CHECK(read({QStringLiteral("-platform"), QStringLiteral("offscreen"), QStringLiteral("-reverse")}));
}

TEST_CASE("Help names every option")
{
    for (const QString &name : {QStringLiteral("--server"), QStringLiteral("--ca-file"), QStringLiteral("--token-file"),
                                QStringLiteral("--data-dir"), QStringLiteral("--offline"), QStringLiteral("--branch"),
                                QStringLiteral("--theme"), QStringLiteral("--help"), QStringLiteral("--version")})
        CHECK(helpText().contains(name));
}

TEST_CASE("A token is taken from no argument: others on the computer can read those")
{
    for (const char *name : {"--token", "--access-token", "--password"})
        CHECK_FALSE(read({QString::fromLatin1(name), QStringLiteral("atp_123")}));
    CHECK_FALSE(read({QStringLiteral("atp_123")}));
}

TEST_CASE("A token is read without the newline at its end")
{
    const QTemporaryDir folder;

    const Result<QByteArray> token = readToken(writeFile(folder, "atp_123\r\n"));

    REQUIRE(token);
    CHECK(*token == "atp_123");
}

TEST_CASE("A token file that is empty, missing, a folder or too large is refused, and never quoted")
{
    const QTemporaryDir folder;

    const Result<QByteArray> empty = readToken(writeFile(folder, "\n"));
    REQUIRE_FALSE(empty);
    CHECK(empty.error().detail.contains(folder.filePath(QStringLiteral("file"))));
    CHECK(empty.error().detail.contains(QStringLiteral("is empty. Put your personal access token into it")));
    CHECK_FALSE(readToken(folder.filePath(QStringLiteral("nowhere"))));
    const Result<QByteArray> device = readToken(folder.path());
    REQUIRE_FALSE(device);
    CHECK(device.error().detail.contains(QStringLiteral("is not there, or is no ordinary file")));
    const Result<QByteArray> large = readToken(writeFile(folder, QByteArray(20'000, 'x')));
    REQUIRE_FALSE(large);
    CHECK_FALSE(large.error().detail.contains(QStringLiteral("xxx")));
}
