#include "tests/bench/servicebench.h"

#include "core/session/livesession.h"
#include "tests/bench/sandboxprocess.h"
#include "tests/bench/series.h"
#include "tests/bench/waiting.h"

#include <QDir>
#include <QFile>
#include <QTextStream>

namespace {

SessionOptions optionsFor(const SandboxProcess &sandbox, const QString &dataDir)
{
    SessionOptions options;
    options.server = sandbox.url();
    options.caFile = sandbox.caFile();
    options.token = sandbox.token(QStringLiteral("amara"));
    options.dataDir = dataDir;
    return options;
}

double firstSync(LiveSession &session)
{
    QElapsedTimer timer;
    timer.start();
    session.start();
    const bool whole = waitFor(session, &Session::changed, [&session] {
        const SyncStatus &status = session.overview().status;
        return status.connection == Connection::Online && !status.firstSync && status.live;
    }, 3'600'000); // A million on a busy machine
    return whole ? elapsedMs(timer) : -1;
}

/// From the request that makes the invitation to the count that the interface is given.
Series badgeLatency(SandboxProcess &sandbox, LiveSession &session)
{
    Series latency;
    constexpr int arrivals = 20;
    for (int i = 0; i < arrivals; ++i) {
        const qint64 before = session.overview().counts.all.pending;
        QElapsedTimer timer;
        timer.start();
        sandbox.control(QStringLiteral("/samples"), R"({"invitations": 1})");
        if (waitFor(session, &Session::changed, [&] { return session.overview().counts.all.pending > before; }, 30'000))
            latency.add(elapsedMs(timer));
    }
    return latency;
}

/// The yardstick: what the plain tool needs to take the same rows from a file.
double importBySqlite(LiveSession &session, qint64 rows, const QString &folder)
{
    const QString csv = folder + QLatin1StringView("/rows.csv");
    QFile file(csv);
    if (!file.open(QIODevice::WriteOnly))
        return -1;
    QTextStream out(&file);
    const QString company = session.overview().account ? session.overview().account->practiceName : QString();
    for (qint64 i = 0; i < rows; ++i) {
        out << "inv-" << i << ",1,rev-" << i << ",branch-" << i % 7 << ",pending," << company << ' ' << i << ",Owner " << i
            << ",owner" << i << "@example.com,\"We are moving from another practice at the end of the quarter and would like "
            << "to know whether you can take us on.\"," << i << '\n';
    }
    file.close();
    QProcess sqlite;
    QElapsedTimer timer;
    timer.start();
    sqlite.start(QStringLiteral("sqlite3"),
                 {folder + QLatin1StringView("/import.db"),
                  QStringLiteral("CREATE TABLE t(id TEXT PRIMARY KEY, version, revision, branch, status, company, owner, "
                                 "email, message, sent);"),
                  QStringLiteral(".import --csv ") + csv + QStringLiteral(" t")});
    const bool done = sqlite.waitForFinished(600'000) && sqlite.exitCode() == 0;
    return done ? elapsedMs(timer) : -1;
}

} // namespace

ServiceFigures measureService(const QString &program, qint64 invitations, const QString &dataDir)
{
    ServiceFigures figures;
    SandboxProcess sandbox(program, invitations);
    if (!sandbox.isReady())
        return figures;
    LiveSession session(optionsFor(sandbox, dataDir));
    figures.firstSyncMs = firstSync(session);
    const Series badge = badgeLatency(sandbox, session);
    figures.badgeMedianMs = badge.median();
    figures.badgeMostMs = badge.most();
    const QTemporaryDir scratch;
    figures.importMs = importBySqlite(session, invitations, scratch.path());
    return figures;
}
