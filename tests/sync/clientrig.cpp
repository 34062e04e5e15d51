#include "tests/sync/clientrig.h"

#include "tests/support/catch.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

ClientRig::ClientRig()
{
    changeClient(u"c1"_s);
    changeClient(u"c2"_s);
    connectNetwork();
    start();
    settle();
}

void ClientRig::changeClient(const QString &id, const QJsonObject &more)
{
    QJsonObject client{{u"branchId"_s, u"b1"_s},
                       {u"companyName"_s, u"Company "_s + id},
                       {u"ownerName"_s, u"Olive"_s},
                       {u"ownerEmail"_s, u"olive@example.com"_s},
                       {u"billing"_s, u"client_pays"_s},
                       {u"state"_s, u"active"_s},
                       {u"connectedAt"_s, u"2026-11-01T10:00:00Z"_s},
                       {u"accountants"_s, QJsonArray()}};
    for (auto member = more.begin(); member != more.end(); ++member)
        client.insert(member.key(), member.value());
    m_changes[id] = builders::change(u"client"_s, id, ++m_version, client);
}

void ClientRig::removeClient(const QString &id)
{
    m_changes[id] = builders::removed(u"client"_s, id, ++m_version);
}

Response ClientRig::leftAnswer(const QString &id)
{
    changeClient(id, {{u"state"_s, u"disconnected"_s}});
    return answers::problem(409, "client_disconnected", "\"current\":" + builders::text(m_changes.at(id)));
}

void ClientRig::disconnectNetwork()
{
    transport.service = {};
    engine->refresh();
    settle();
}

void ClientRig::connectNetwork()
{
    transport.service = [this](const Request &request) { return answer(request); };
}

void ClientRig::pull()
{
    engine->refresh();
    settle();
}

Operation ClientRig::keep(const Decision &decision, Milliseconds hold)
{
    const Result<Operation> kept = decide(decision, hold);
    REQUIRE(kept);
    return *kept;
}

std::vector<QJsonObject> ClientRig::bodies() const
{
    std::vector<QJsonObject> bodies;
    for (const Request &request : transport.operationsSent())
        bodies.push_back(QJsonDocument::fromJson(request.body).object());
    return bodies;
}

Response ClientRig::answer(const Request &request)
{
    if (request.path.startsWith(u"/v1/session"_s))
        return answers::json(200, builders::session());
    if (request.path.startsWith(u"/v1/changes"_s))
        return page(request.path);
    if (!script.empty()) {
        const Response next = script.front();
        script.pop_front();
        return next;
    }
    return answers::json(201, builders::outcome(request.path.section(u'/', 3, 3), {}));
}

Response ClientRig::page(const QString &path)
{
    const bool first = !path.contains(u"since"_s);
    QJsonArray changes;
    for (const auto &[id, change] : m_changes) {
        if (!first || !change.value(u"removed"_s).toBool())
            changes.append(change);
    }
    return answers::json(200, builders::page(u"s%1"_s.arg(m_version), changes));
}

ClientId builders::clientId(const QString &text)
{
    const auto id = ClientId::parse(text);
    REQUIRE(id);
    return *id;
}

Decision builders::note(const QString &client, const QString &text)
{
    return AddClientNote{clientId(client), text};
}

Decision builders::disconnect(const QString &client)
{
    return DisconnectClient{clientId(client), *ReasonId::parse(u"other"_s), u"They closed"_s, u"Goodbye"_s};
}
