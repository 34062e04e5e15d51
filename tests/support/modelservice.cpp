#include "tests/support/modelservice.h"

#include "tests/support/builders.h"
#include "tests/support/faketransport.h"

#include <QJsonDocument>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

ModelService::ModelService(Clock &clock)
    : m_clock(clock)
{}

Response ModelService::answer(const Request &request)
{
    const QUrl url(QStringLiteral("https://service") + request.path);
    Response response;
    if (url.path() == QLatin1StringView("/v1/session"))
        response = answers::json(200, builders::session(user, practice));
    else if (url.path() == QLatin1StringView("/v1/changes"))
        response = changes(QUrlQuery(url).queryItemValue(QStringLiteral("since"), QUrl::FullyDecoded));
    else
        response = operation(url.path().section(u'/', 3, 3), request.body);
    response.date = std::chrono::floor<std::chrono::seconds>(m_clock.wall());
    return response;
}

// --- The clients and the colleagues
// -----------------------------------------------------------------------------------

void ModelService::touch(Invitation &invitation)
{
    invitation.version = ++m_version;
    invitation.sequence = ++m_sequence;
}

void ModelService::invite(const QString &id, const QString &branch)
{
    Invitation &invitation = m_state.invitations[id];
    invitation = {};
    invitation.branch = branch;
    invitation.revision = QStringLiteral("r%1").arg(++m_revision);
    touch(invitation);
}

void ModelService::edit(const QString &id)
{
    m_state.invitations[id].revision = QStringLiteral("r%1").arg(++m_revision);
    touch(m_state.invitations[id]);
}

void ModelService::rename(const QString &id)
{
    touch(m_state.invitations[id]);
}

void ModelService::setStatus(const QString &id, const QString &status, const QString &byName)
{
    m_state.invitations[id].status = status;
    m_state.invitations[id].decidedByName = byName;
    touch(m_state.invitations[id]);
}

void ModelService::remove(const QString &id)
{
    m_state.invitations[id].gone = true;
    touch(m_state.invitations[id]);
}

void ModelService::restore(const State &state)
{
    // Sequences, versions and revisions go back with the data, but a revision is never used again.
    m_state = state;
    m_version = 0;
    for (const auto &[id, invitation] : m_state.invitations)
        m_version = std::max(m_version, invitation.version);
    ++m_epoch;
}

qint64 ModelService::pending() const
{
    return std::count_if(m_state.invitations.begin(), m_state.invitations.end(), [](const auto &entry) {
        return !entry.second.gone && entry.second.status == QLatin1StringView("pending");
    });
}

// --- The feed
// ---------------------------------------------------------------------------------------------------------

Response ModelService::changes(const QString &since)
{
    if (since.isEmpty())
        return wholePage(0, m_sequence);
    // "epoch:sequence", and within a full pass "epoch:sequence:objects given"
    const QStringList parts = since.split(u':');
    if (parts.at(0).toLongLong() != m_epoch)
        return answers::problem(410, "state_expired");
    if (parts.size() == 3)
        return wholePage(parts.at(2).toLongLong(), parts.at(1).toLongLong());
    return changedPage(parts.at(1).toLongLong());
}

Response ModelService::wholePage(qint64 from, qint64 asOf)
{
    std::vector<QString> ids;
    qint64 position = 0;
    for (const auto &[id, invitation] : m_state.invitations) {
        if (position++ >= from && !invitation.gone && static_cast<int>(ids.size()) < pageSize)
            ids.push_back(id);
        else if (position > from && static_cast<int>(ids.size()) == pageSize) {
            const QString state = QStringLiteral("%1:%2:%3").arg(m_epoch).arg(asOf).arg(position - 1);
            return answers::json(200, pageOf(state, ids, true));
        }
    }
    return answers::json(200, pageOf(QStringLiteral("%1:%2").arg(m_epoch).arg(asOf), ids, false));
}

Response ModelService::changedPage(qint64 since)
{
    std::vector<std::pair<qint64, QString>> changed;
    for (const auto &[id, invitation] : m_state.invitations) {
        if (invitation.sequence > since)
            changed.emplace_back(invitation.sequence, id);
    }
    std::sort(changed.begin(), changed.end());
    const bool hasMore = static_cast<int>(changed.size()) > pageSize;
    if (hasMore)
        changed.resize(static_cast<size_t>(pageSize));
    std::vector<QString> ids;
    for (const auto &entry : changed)
        ids.push_back(entry.second);
    const qint64 last = hasMore ? changed.back().first : m_sequence;
    return answers::json(200, pageOf(QStringLiteral("%1:%2").arg(m_epoch).arg(last), ids, hasMore));
}

QByteArray ModelService::pageOf(const QString &newState, const std::vector<QString> &ids, bool hasMore) const
{
    QJsonArray changes;
    for (const QString &id : ids)
        changes.append(changeOf(id));
    QJsonObject counts;
    for (const auto &[id, invitation] : m_state.invitations) {
        if (!invitation.gone && invitation.status == QLatin1StringView("pending"))
            counts.insert(invitation.branch, counts.value(invitation.branch).toInteger() + 1);
    }
    return builders::page(newState, changes, hasMore, counts);
}

QJsonObject ModelService::changeOf(const QString &id) const
{
    const Invitation &invitation = m_state.invitations.at(id);
    if (invitation.gone)
        return builders::removed(QStringLiteral("invitation"), id, invitation.version);
    QJsonObject more{{QStringLiteral("branchId"), invitation.branch},
                     {QStringLiteral("revision"), invitation.revision},
                     {QStringLiteral("status"), invitation.status},
                     {QStringLiteral("companyName"), QStringLiteral("Company %1").arg(id)}};
    if (!invitation.decidedByName.isEmpty())
        more.insert(QStringLiteral("decidedByName"), invitation.decidedByName);
    if (!invitation.operationId.isEmpty())
        more.insert(QStringLiteral("operationId"), invitation.operationId);
    return builders::change(QStringLiteral("invitation"), id, invitation.version, builders::invitation(more));
}

// --- Operations
// -------------------------------------------------------------------------------------------------------

Response ModelService::operation(const QString &id, const QByteArray &body)
{
    attempts[id].push_back(body);
    if (const auto known = m_state.operations.find(id); known != m_state.operations.end()) {
        if (known->second.body != body)
            return answers::problem(422, "operation_reused");
        Response again = known->second.response;
        if (again.status == 201)
            again.status = 200;
        return again;
    }
    const Response response = apply(id, QJsonDocument::fromJson(body).object());
    m_state.operations[id] = {body, response};
    return response;
}

Response ModelService::apply(const QString &id, const QJsonObject &body)
{
    const QString invitationId = body.value(QStringLiteral("invitationId")).toString();
    const bool accepts = body.value(QStringLiteral("type")).toString() == QLatin1StringView("accept_invitation");
    const QString wanted = accepts ? QStringLiteral("accepted") : QStringLiteral("rejected");
    const auto found = m_state.invitations.find(invitationId);
    if (found == m_state.invitations.end() || found->second.gone)
        return answers::problem(404, "not_found");
    Invitation &invitation = found->second;
    if (invitation.status != QLatin1StringView("pending"))
        return stands(id, invitationId, wanted);
    if (invitation.revision != body.value(QStringLiteral("revision")).toString())
        return answers::problem(412, "revision_mismatch", "\"current\":" + builders::text(changeOf(invitationId)));
    invitation.status = wanted;
    invitation.operationId = id;
    invitation.decidedByName = QStringLiteral("Priya Shah");
    touch(invitation);
    ++effects[id];
    return answers::json(201, builders::outcome(id, bareOutcomes ? QJsonArray{} : QJsonArray{changeOf(invitationId)}));
}

Response ModelService::stands(const QString &id, const QString &invitationId, const QString &wanted)
{
    const QString status = m_state.invitations.at(invitationId).status;
    const QJsonObject current = changeOf(invitationId);
    if (status == wanted)
        return answers::json(200, builders::outcome(id, {current}, QStringLiteral("same_decision")));
    const bool decided = status == QLatin1StringView("accepted") || status == QLatin1StringView("rejected");
    const QByteArray code = decided ? QByteArray("already_decided") : "invitation_" + status.toLatin1();
    return answers::problem(409, code.constData(), "\"current\":" + builders::text(current));
}
