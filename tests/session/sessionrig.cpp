#include "tests/session/sessionrig.h"

#include "tests/support/builders.h"
#include "tests/support/catch.h"

#include <QDir>

#include <algorithm>

namespace {

QByteArray tokenOf(const WireRequest &request)
{
    return request.headers.value("authorization").mid(7); // Without "Bearer "
}

} // namespace

SessionRig::SessionRig()
{
    service.invite(QStringLiteral("i1"));
    service.invite(QStringLiteral("i2"));
    server.script = [this](QSslSocket *socket, const WireRequest &wire) { serve(socket, wire); };
}

void SessionRig::serve(QSslSocket *socket, const WireRequest &wire)
{
    if (away) {
        socket->write(answer(503, {}));
        return;
    }
    if (const std::optional<QByteArray> bytes = instead ? instead(wire) : std::nullopt) {
        socket->write(*bytes);
        return;
    }
    if (wire.line.startsWith("GET /v1/events")) {
        socket->write("HTTP/1.1 204 No Content\r\nAtlas-Api: 1\r\n\r\n");
        return;
    }
    const QList<QByteArray> words = wire.line.split(' ');
    const Request request{words.at(0) == "PUT" ? Request::Verb::Put : Request::Verb::Get,
                          QString::fromLatin1(words.at(1)), wire.body};
    service.user = user.isEmpty() ? QString::fromLatin1(tokenOf(wire)) : user;
    const Response response = service.answer(request);
    socket->write(answer(response.status, response.body, "Content-Type: " + response.contentType + "\r\n"));
}

SessionOptions SessionRig::options(const QByteArray &token) const
{
    SessionOptions options;
    options.server = server.url();
    options.caFile = Certificates::ofThisRun().root();
    options.token = token;
    options.dataDir = folder.path();
    return options;
}

void SessionRig::open(const SessionOptions &options)
{
    session = std::make_unique<LiveSession>(options);
    QObject::connect(session.get(), &Session::readyToQuit, session.get(),
                     [this](bool everythingSent) { readyToQuit.push_back(everythingSent); });
    session->start();
}

bool SessionRig::whole() const
{
    const SyncStatus &status = session->overview().status;
    return session->signInState() == SignInState::SignedIn && status.connection == Connection::Online &&
           !status.firstSync;
}

bool SessionRig::opensWhole(const QByteArray &token)
{
    open(token);
    return eventually([this] { return whole(); });
}

bool SessionRig::shows(const char *id) const
{
    const std::optional<SessionFacts> &account = session->overview().account;
    return account && account->userId.text() == QLatin1String(id);
}

void SessionRig::showTheFirst()
{
    REQUIRE(opensWhole("u2"));
    close();
    REQUIRE(opensWhole("u1"));
    close();
    away = true;
    open("u2");
    REQUIRE(eventually([this] { return shows("u1"); }));
}

InvitationDetails SessionRig::details(const QString &invitation)
{
    std::optional<Result<InvitationDetails>> answer;
    session->loadDetails(builders::invitationId(invitation), session.get(),
                         [&answer](const Result<InvitationDetails> &details) { answer = details; });
    REQUIRE(eventually([&answer] { return answer.has_value(); }));
    REQUIRE(*answer);
    return **answer;
}

Result<Operation> SessionRig::accept(const QString &invitation)
{
    const QString revision = details(invitation).invitation.revision;
    std::optional<Result<Operation>> answer;
    session->decide(builders::accept(invitation, revision), std::nullopt, session.get(),
                    [&answer](const Result<Operation> &kept) { answer = kept; });
    REQUIRE(eventually([&answer] { return answer.has_value(); }));
    return *answer;
}

QString SessionRig::accountFolder() const
{
    const QStringList folders = QDir(folder.path()).entryList({QStringLiteral("account-*")}, QDir::Dirs);
    return folders.size() == 1 ? folder.filePath(folders.front()) : QString();
}

qsizetype SessionRig::putsOf(const QByteArray &token) const
{
    return std::count_if(server.requests.begin(), server.requests.end(), [&token](const WireRequest &request) {
        return request.line.startsWith("PUT") && tokenOf(request) == token;
    });
}
