#include "app/instancechannel.h"
#include "tests/support/catch.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <memory>

using namespace std::chrono_literals;

namespace {

constexpr int patienceMs = 10'000; // A guard against what hangs

/// A listening program, and whoever calls it.
struct Listening
{
    explicit Listening(Milliseconds patience = 30s) : channel(patience)
    {
        QObject::connect(&channel, &InstanceChannel::summoned, &channel,
                         [this](const Summons &summons) { heard.push_back(summons); });
        REQUIRE(channel.listen(place));
    }

    std::unique_ptr<QLocalSocket> caller() const
    {
        auto socket = std::make_unique<QLocalSocket>();
        socket->connectToServer(place);
        REQUIRE(socket->waitForConnected(patienceMs));
        return socket;
    }

    /// What the program answers until it closes the connection.
    static QByteArray answerOf(QLocalSocket &socket)
    {
        CHECK(QTest::qWaitFor([&] { return socket.state() == QLocalSocket::UnconnectedState; }, patienceMs));
        return socket.readAll();
    }

    QTemporaryDir folder;
    QString place = folder.filePath(QStringLiteral("channel"));
    InstanceChannel channel;
    std::vector<Summons> heard;
};

/// A second start waits without an event loop, as it has no window yet: it has a thread of its own here.
Handover callFromElsewhere(const QString &place, const Summons &summons, Milliseconds patience)
{
    Handover outcome = Handover::NoAnswer;
    const std::unique_ptr<QThread> thread(QThread::create([&] { outcome = handOver(place, summons, patience); }));
    thread->start();
    CHECK(QTest::qWaitFor([&] { return thread->isFinished(); }, patienceMs));
    thread->wait();
    return outcome;
}

} // namespace

TEST_CASE("A second start reaches the first, and says no more than what to show")
{
    Listening first;
    const Summons summons = GENERATE(Summons{}, Summons{InvitationId::parse(QStringLiteral("inv-7"))});

    const Handover outcome = callFromElsewhere(first.place, summons, 5s);

    CHECK(outcome == Handover::Taken);
    REQUIRE(first.heard.size() == 1);
    CHECK(first.heard.front() == summons);
}

TEST_CASE("Where nobody listens a start is the first, also where a crash left a socket behind")
{
    const QTemporaryDir folder;
    const QString place = folder.filePath(QStringLiteral("channel"));
    CHECK(handOver(place, {}, 1s) == Handover::Nobody);
    CHECK(handOver({}, {}, 1s) == Handover::Nobody);
    QFile left(place);
    REQUIRE(left.open(QIODevice::WriteOnly));
    left.close();

    CHECK(handOver(place, {}, 1s) == Handover::Nobody);
    InstanceChannel channel;
    CHECK(channel.listen(place));
}

TEST_CASE("Whoever listens and says nothing, or something else, has not taken the message")
{
    const QTemporaryDir folder;
    const QString place = folder.filePath(QStringLiteral("channel"));
    QLocalServer server;
    REQUIRE(server.listen(place));
    const bool talks = GENERATE(false, true);
    QObject::connect(&server, &QLocalServer::newConnection, &server, [&server, talks] {
        if (talks)
            server.nextPendingConnection()->write("no\n");
    });

    CHECK(callFromElsewhere(place, {}, 200ms) == Handover::NoAnswer);
}

TEST_CASE("What is no message of ours has no effect and no answer")
{
    Listening first;
    const auto socket = first.caller();

    socket->write(GENERATE(QByteArray("accept invitation i1\n"), QByteArray("show invitation i1;rm\n"),
                           QByteArray(1'000'000, 'x'), QByteArray("show\nshow\n")));

    CHECK(Listening::answerOf(*socket).isEmpty());
    CHECK(first.heard.empty());
}

TEST_CASE("A message that comes in pieces is heard once it is whole")
{
    Listening first;
    const auto socket = first.caller();
    socket->write("show invi");
    socket->flush();
    QCoreApplication::processEvents();
    CHECK(first.heard.empty());

    socket->write("tation inv-1\n");

    CHECK(Listening::answerOf(*socket) == "ok\n");
    CHECK(first.heard.size() == 1);
}

TEST_CASE("A caller who never ends the message is let go, and so are callers without number")
{
    Listening first(50ms);
    std::vector<std::unique_ptr<QLocalSocket>> callers;
    for (int i = 0; i < 20; ++i) {
        callers.push_back(first.caller());
        callers.back()->write("show");
    }

    for (const auto &socket : callers)
        CHECK(Listening::answerOf(*socket).isEmpty());
    CHECK(first.heard.empty());
    CHECK(callFromElsewhere(first.place, {}, 5s) == Handover::Taken);
}
