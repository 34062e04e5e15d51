#include "tests/api/transportfixture.h"
#include "tests/hostile/memory.h"
#include "tests/hostile/pour.h"

#include <QDeadlineTimer>
#include <QThread>

#include <atomic>

using namespace std::chrono_literals;

namespace {

/// A server on a thread of its own, which goes on while the client's is busy.
class ServerElsewhere final : public QThread
{
public:
    explicit ServerElsewhere(ScriptedServer::Script script)
        : m_script(std::move(script))
    {
        (void)Certificates::ofThisRun(); // Made on this thread
        start();
    }
    ~ServerElsewhere() override
    {
        quit();
        wait();
    }

    [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("https://127.0.0.1:%1").arg(port.load())); }
    std::atomic<int> port{0};

protected:
    void run() override
    {
        ScriptedServer server;
        server.script = m_script;
        port = server.url().port();
        exec();
    }

private:
    ScriptedServer::Script m_script;
};

/// What this program holds more at its worst while it does not look at an answer for a second that is poured at it.
qint64 growthWhileBusy(const QByteArray &head, const QByteArray &piece)
{
    ServerElsewhere server([&](QSslSocket *socket, const WireRequest &) { pour(socket, head, piece); });
    while (server.port.load() == 0)
        QThread::yieldCurrentThread();
    const auto transport = transportTo(settingsFor(server.url()));
    bool answered = false;
    transport->send(changesRequest({}, 1000), [&answered](const Response &) { answered = true; });
    const QDeadlineTimer begin(300ms);
    while (!begin.hasExpired())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    const PeakMemory peak;
    const QDeadlineTimer busy(1s);
    while (!busy.hasExpired())
        QThread::yieldCurrentThread();
    const qint64 growth = peak.growth();
    CHECK(eventually([&answered] { return answered; })); // Whoever looks again reads on, to the limit
    return growth;
}

} // namespace

TEST_CASE("While the worker is busy with something else, an answer waits on the wire and not in memory", "[hostile]")
{
    const qint64 growth = growthWhileBusy(openHead(), QByteArray(64 * 1024, ' '));

    WARN("a second of not looking: at most " << growth << " MiB");
    CHECK(growth < 32);
}
