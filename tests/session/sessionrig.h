#pragma once

#include "core/session/livesession.h"
#include "core/session/realports.h"
#include "tests/api/scriptedserver.h"
#include "tests/support/modelservice.h"

#include <QTemporaryDir>

/// A LiveSession on its worker thread, and over real TLS the model service that it talks to. The token is the user's
/// id.
class SessionRig
{
public:
    SessionRig();

    [[nodiscard]] SessionOptions options(const QByteArray &token = "u1") const;
    void open(const SessionOptions &options);
    void open(const QByteArray &token = "u1") { open(options(token)); }
    void close() { session.reset(); }
    /// Until the first sync is done.
    [[nodiscard]] bool whole() const;
    [[nodiscard]] bool opensWhole(const QByteArray &token = "u1");

    /// Whose account is shown.
    [[nodiscard]] bool shows(const char *id) const;
    /// u1's account is shown, with u2's token: whose that is will be known once the service is no longer `away`.
    void showTheFirst();

    [[nodiscard]] InvitationDetails details(const QString &invitation);
    [[nodiscard]] Result<Operation> accept(const QString &invitation);
    /// The account's one folder below the data folder; empty where there is none or more than one.
    [[nodiscard]] QString accountFolder() const;
    [[nodiscard]] qsizetype putsOf(const QByteArray &token) const;

    QTemporaryDir folder;
    SystemClock clock;
    ModelService service{clock};
    ScriptedServer server;
    std::function<std::optional<QByteArray>(const WireRequest &)> instead; ///< An answer in the service's place
    bool away = false; ///< It answers with a fault, whatever is asked
    std::unique_ptr<LiveSession> session;
    std::vector<bool> readyToQuit;
    QString user; ///< Whose every token is; empty: the one that it names

private:
    void serve(QSslSocket *socket, const WireRequest &wire);
};
