#pragma once

#include "tests/support/builders.h"
#include "tests/support/enginerig.h"

#include <deque>

/// The engine before a service that has clients: it says what a test tells it of them, and answers operations by script.
class ClientRig : public EngineRig
{
public:
    /// Connected, with the clients "c1" and "c2" of branch "b1".
    ClientRig();

    /// The feed brings the client as it is now, with these members.
    void changeClient(const QString &id, const QJsonObject &more = {});
    void removeClient(const QString &id);
    /// The next operations are answered so, in order; then each is applied.
    std::deque<Response> script;
    /// The service refuses, and shows that the client has left.
    [[nodiscard]] Response leftAnswer(const QString &id);
    void disconnectNetwork();
    void connectNetwork();
    void pull();

    [[nodiscard]] Operation keep(const Decision &decision, Milliseconds hold = std::chrono::seconds(8));
    /// The operations' bodies in the order they left.
    [[nodiscard]] std::vector<QJsonObject> bodies() const;

private:
    [[nodiscard]] Response answer(const Request &request);
    [[nodiscard]] Response page(const QString &path);

    std::map<QString, QJsonObject> m_changes; ///< By client, as the feed brings them
    qint64 m_version = 0;
};

namespace builders {

[[nodiscard]] ClientId clientId(const QString &text);
[[nodiscard]] Decision note(const QString &client, const QString &text);
[[nodiscard]] Decision disconnect(const QString &client);

} // namespace builders
