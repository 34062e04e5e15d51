#include "tests/api/jsonsamples.h"

#include <QJsonDocument>
#include <QMap>

using namespace Qt::Literals::StringLiterals;

namespace {

const char *const branch = R"({"name":"North","email":"north@p.example","country":"CH","currency":"CHF",
    "state":"active","permissions":["view_clients","create_clients"]})";
const char *const reason = R"({"use":"rejection","label":"Capacity full","description":"No room","order":3,
    "textRequired":true})";
const char *const member = R"({"name":"Ann","email":"ann@p.example","branchIds":["b1","b2"]})";
const char *const invitation = R"({"revision":"r1","branchId":"b1","origin":"client_pays_link","status":"rejected",
    "companyName":"Müller & Söhne","ownerName":"Jo","ownerEmail":"jo@c.example","message":"Hello","country":"DE",
    "registrationNumber":"HRB 1","sentAt":"2026-11-23T09:30:00Z","expiresAt":"2026-12-23T09:30:00Z",
    "decidedAt":"2026-11-24T09:30:00Z","decidedBy":"m1","decidedByName":"Ann",
    "operationId":"0B5A4B5E-1111-4222-8333-444455556666","reasonId":"re1","reasonText":"words","replyMessage":"Sorry",
    "supersededBy":"i2","clientId":"c1"})";
const char *const client = R"({"branchId":"b1","companyName":"Müller","ownerName":"Jo","ownerEmail":"jo@c.example",
    "billing":"client_pays","state":"active","connectedAt":"2026-11-23T09:30:00Z",
    "disconnectedAt":"2026-11-24T09:30:00Z","disconnectedBy":"practice","accountUrl":"https://s.example/c1",
    "invitationId":"i1","accountants":[{"memberId":"m1","role":"primary"},{"memberId":"m2","role":"observer"}],
    "firstSteps":["team","bank_accounts"],"notes":[{"authorName":"Ann","at":"2026-11-23T10:00:00Z","text":"Called"}]})";
const char *const activity = R"({"branchId":"b1","at":"2026-11-23T09:30:00Z","actorName":"Ann",
    "action":"note_added","invitationId":"i1","clientId":"c1","detail":"more"})";

} // namespace

QJsonObject fromJson(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

QByteArray toJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QStringList allKinds()
{
    return {u"branch"_s, u"reason"_s, u"member"_s, u"invitation"_s, u"client"_s, u"activity"_s};
}

QJsonObject fullObject(const QString &kind)
{
    static const QMap<QString, const char *> objects{{u"branch"_s, branch}, {u"reason"_s, reason},
                                                     {u"member"_s, member}, {u"invitation"_s, invitation},
                                                     {u"client"_s, client}, {u"activity"_s, activity}};
    return fromJson(objects.value(kind));
}

QJsonObject fullChange(const QString &kind)
{
    return {{u"kind"_s, kind}, {u"id"_s, u"x1"_s}, {u"version"_s, u"7"_s}, {kind, fullObject(kind)}};
}

QStringList requiredMembers(const QString &kind)
{
    static const QMap<QString, QStringList> required{
        {u"branch"_s, {u"name"_s, u"email"_s, u"country"_s, u"currency"_s, u"state"_s, u"permissions"_s}},
        {u"reason"_s, {u"use"_s, u"label"_s, u"order"_s, u"textRequired"_s}},
        {u"member"_s, {u"name"_s, u"email"_s, u"branchIds"_s}},
        {u"invitation"_s,
         {u"revision"_s, u"branchId"_s, u"origin"_s, u"status"_s, u"companyName"_s, u"ownerName"_s, u"ownerEmail"_s,
          u"sentAt"_s}},
        {u"client"_s,
         {u"branchId"_s, u"companyName"_s, u"ownerName"_s, u"ownerEmail"_s, u"billing"_s, u"state"_s, u"connectedAt"_s,
          u"accountants"_s}},
        {u"activity"_s, {u"branchId"_s, u"at"_s, u"actorName"_s, u"action"_s}},
    };
    return required.value(kind);
}

QJsonObject fullPage(const QJsonArray &changes)
{
    QJsonObject page = fromJson(R"({"newState":"s-1","hasMore":true,"pending":{"b1":3},
        "serverTime":"2026-11-23T09:30:00Z"})");
    page[u"changes"_s] = changes;
    return page;
}

QJsonObject fullSession()
{
    return fromJson(R"({"user":{"id":"m1","name":"Ann","email":"ann@p.example"},"practice":{"id":"p1","name":"P"},
        "limits":{"replyMessage":1500,"respondWithinHours":24},"linkHosts":["Links.Example","münchen.example"],
        "serverTime":"2026-11-23T09:30:00Z"})");
}
