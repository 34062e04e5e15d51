#pragma once

#include "core/api/transport.h"
#include "core/sync/ports.h"

#include <QJsonObject>

#include <map>

/// A very small practice service, for tests of the engine: invitations of one person, the feed, and operations applied
/// at most once. Its state machine is written from the contract alone. Not the sandbox: no permissions, clients or
/// reasons.
class ModelService
{
public:
    explicit ModelService(Clock &clock);

    /// What the service answers. Never lost: losing is the wire's part.
    [[nodiscard]] Response answer(const Request &request);

    // --- The clients and the colleagues ------------------------------------------------------------------------------
    void invite(const QString &id, const QString &branch = QStringLiteral("b1"));
    void edit(const QString &id);   ///< A new revision
    void rename(const QString &id); ///< A new version, the same revision
    void setStatus(const QString &id, const QString &status, const QString &byName = {});
    void remove(const QString &id);

    /// What a restore of the service goes back to.
    struct Invitation
    {
        QString branch;
        QString revision;
        QString status = QStringLiteral("pending");
        QString decidedByName;
        QString operationId;
        qint64 version = 0;
        qint64 sequence = 0; ///< Of its last change
        bool gone = false;
    };
    struct Stored
    {
        QByteArray body;
        Response response;
    };
    struct State
    {
        std::map<QString, Invitation> invitations;
        std::map<QString, Stored> operations;
    };
    [[nodiscard]] State backup() const { return m_state; }
    void restore(const State &state);
    /// Every state that was given out is too old.
    void forgetStates() { ++m_epoch; }

    // --- To be looked at --------------------------------------------------------------------------------------------
    [[nodiscard]] const std::map<QString, Invitation> &invitations() const { return m_state.invitations; }
    [[nodiscard]] qint64 pending() const;
    std::map<QString, std::vector<QByteArray>> attempts; ///< By operation id: the body of each
    std::map<QString, int> effects; ///< By operation id: how often it changed something, restores included
    QString user = QStringLiteral("u1");
    QString practice = QStringLiteral("p1");
    int pageSize = 100;
    bool bareOutcomes = false; ///< Outcomes name no changes

private:
    [[nodiscard]] Response changes(const QString &since);
    [[nodiscard]] Response wholePage(qint64 from, qint64 asOf);
    [[nodiscard]] Response changedPage(qint64 since);
    [[nodiscard]] Response operation(const QString &id, const QByteArray &body);
    [[nodiscard]] Response apply(const QString &id, const QJsonObject &body);
    [[nodiscard]] Response stands(const QString &id, const QString &invitationId, const QString &wanted);
    [[nodiscard]] QJsonObject changeOf(const QString &id) const;
    [[nodiscard]] QByteArray pageOf(const QString &newState, const std::vector<QString> &ids, bool hasMore) const;
    void touch(Invitation &invitation);

    Clock &m_clock;
    State m_state;
    qint64 m_epoch = 1;
    qint64 m_sequence = 0;
    qint64 m_version = 0;
    qint64 m_revision = 0;
};
