#include "tests/session/sessionrig.h"
#include "tests/support/catch.h"

#include <QDirIterator>
#include <QFile>
#include <QProcessEnvironment>
#include <QScopeGuard>

#include <mutex>

// Where the access token must never be. The program as a whole is looked at in tests/desktop/test_secrets.py.

namespace {

const QByteArray canary = "canary-7f3b2d9c51e84a06";

std::mutex logMutex;
QString logged;

void hear(QtMsgType, const QMessageLogContext &, const QString &line)
{
    const std::scoped_lock lock(logMutex);
    logged += line + u'\n';
}

QString heard()
{
    const std::scoped_lock lock(logMutex);
    return logged;
}

/// The files below `folder` that hold the token as it is, as Base 64 or in two bytes a character; and how many were read.
std::pair<QStringList, int> filesWithToken(const QString &folder)
{
    const QString wide = QString::fromLatin1(canary);
    const QByteArray forms[] = {canary, canary.toBase64(),
                                QByteArray(reinterpret_cast<const char *>(wide.utf16()), wide.size() * 2)};
    QStringList found;
    int looked = 0;
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        ++looked;
        if (std::any_of(std::begin(forms), std::end(forms), [&bytes](const QByteArray &form) { return bytes.contains(form); }))
            found << file.fileName();
    }
    return {found, looked};
}

bool asksFor(const WireRequest &wire, const char *path)
{
    return wire.line.contains(path);
}

} // namespace

TEST_CASE("The token is in no file and no line of the log, however the service answers", "[secrets]")
{
    logged.clear();
    const QtMessageHandler before = qInstallMessageHandler(hear);
    const auto back = qScopeGuard([before] { qInstallMessageHandler(before); });
    SessionRig rig;
    rig.user = QStringLiteral("u1");
    REQUIRE(rig.opensWhole(canary));
    REQUIRE(rig.accept(QStringLiteral("i1")));
    rig.instead = [](const WireRequest &wire) -> std::optional<QByteArray> {
        if (asksFor(wire, "/v1/changes"))
            return answer(200, "[", "Content-Type: application/json\r\n");
        return std::nullopt;
    };
    rig.session->refresh();
    REQUIRE(eventually([] { return heard().contains(QStringLiteral("a page was refused")); }));
    const auto [whileOpen, lookedAt] = filesWithToken(rig.folder.path());
    rig.instead = [](const WireRequest &) {
        return answer(401, R"({"type":"about:blank","title":"No","status":401,"code":"unauthenticated"})",
                      "Content-Type: application/problem+json\r\n");
    };
    rig.session->refresh();
    REQUIRE(eventually([&] { return rig.session->overview().status.connection == Connection::SignedOut; }));
    rig.close();

    CHECK(lookedAt > 3);
    CHECK(whileOpen.join(u' ').toStdString() == std::string());
    CHECK(filesWithToken(rig.folder.path()).first.join(u' ').toStdString() == std::string());
    CHECK_FALSE(heard().contains(QString::fromLatin1(canary)));
    CHECK(rig.server.decrypted.contains(canary)); // It was used
}

TEST_CASE("The token is not put into the environment, where every program that is started would find it", "[secrets]")
{
    SessionRig rig;
    rig.user = QStringLiteral("u1");

    REQUIRE(rig.opensWhole(canary));

    const QString environment = QProcessEnvironment::systemEnvironment().toStringList().join(u'\n');
    CHECK_FALSE(environment.isEmpty());
    CHECK_FALSE(environment.contains(QString::fromLatin1(canary)));
}
