#include "tests/support/builders.h"

#include <QJsonDocument>

namespace builders {

namespace {
const QString moment = QStringLiteral("2026-11-23T09:30:00Z");
}

QByteArray text(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject change(const QString &kind, const QString &id, qint64 version, const QJsonObject &members)
{
    return {{QStringLiteral("kind"), kind},
            {QStringLiteral("id"), id},
            {QStringLiteral("version"), QString::number(version)},
            {kind, members}};
}

QJsonObject removed(const QString &kind, const QString &id, qint64 version)
{
    return {{QStringLiteral("kind"), kind},
            {QStringLiteral("id"), id},
            {QStringLiteral("version"), QString::number(version)},
            {QStringLiteral("removed"), true}};
}

QJsonObject invitation(const QJsonObject &more)
{
    QJsonObject members{{QStringLiteral("revision"), QStringLiteral("r1")},
                        {QStringLiteral("branchId"), QStringLiteral("b1")},
                        {QStringLiteral("origin"), QStringLiteral("external_access")},
                        {QStringLiteral("status"), QStringLiteral("pending")},
                        {QStringLiteral("companyName"), QStringLiteral("Brook & Sons")},
                        {QStringLiteral("ownerName"), QStringLiteral("Ada Brook")},
                        {QStringLiteral("ownerEmail"), QStringLiteral("ada@brook.example")},
                        {QStringLiteral("sentAt"), moment}};
    for (auto it = more.begin(); it != more.end(); ++it)
        members.insert(it.key(), it.value());
    return members;
}

QJsonObject branch(const QString &name)
{
    return {
        {QStringLiteral("name"), name},
        {QStringLiteral("email"), QStringLiteral("branch@practice.example")},
        {QStringLiteral("country"), QStringLiteral("GB")},
        {QStringLiteral("currency"), QStringLiteral("GBP")},
        {QStringLiteral("state"), QStringLiteral("active")},
        {QStringLiteral("permissions"), QJsonArray{QStringLiteral("view_clients"), QStringLiteral("create_clients")}}};
}

QJsonObject reason(const QString &label, int order)
{
    return {{QStringLiteral("use"), QStringLiteral("rejection")},
            {QStringLiteral("label"), label},
            {QStringLiteral("order"), order},
            {QStringLiteral("textRequired"), false}};
}

QByteArray page(const QString &newState, const QJsonArray &changes, bool hasMore, const QJsonObject &pending)
{
    return text({{QStringLiteral("newState"), newState},
                 {QStringLiteral("hasMore"), hasMore},
                 {QStringLiteral("changes"), changes},
                 {QStringLiteral("pending"), pending},
                 {QStringLiteral("serverTime"), moment}});
}

QByteArray session(const QString &user, const QString &practice)
{
    const QJsonObject who{{QStringLiteral("id"), user},
                          {QStringLiteral("name"), QStringLiteral("Priya Shah")},
                          {QStringLiteral("email"), QStringLiteral("priya@practice.example")}};
    const QJsonObject firm{{QStringLiteral("id"), practice},
                           {QStringLiteral("name"), QStringLiteral("Harbour & Vale")}};
    const QJsonObject limits{{QStringLiteral("replyMessage"), 2000}, {QStringLiteral("respondWithinHours"), 48}};
    return text({{QStringLiteral("user"), who},
                 {QStringLiteral("practice"), firm},
                 {QStringLiteral("limits"), limits},
                 {QStringLiteral("serverTime"), moment}});
}

QByteArray outcome(const QString &operationId, const QJsonArray &changes, const QString &result, bool replayed)
{
    QJsonObject object{{QStringLiteral("operationId"), operationId},
                       {QStringLiteral("result"), result},
                       {QStringLiteral("appliedAt"), moment},
                       {QStringLiteral("changes"), changes}};
    if (replayed)
        object.insert(QStringLiteral("replayed"), true);
    return text(object);
}

InvitationId invitationId(const QString &id)
{
    return *InvitationId::parse(id);
}

Decision accept(const QString &invitation, const QString &revision)
{
    return AcceptInvitation{invitationId(invitation), revision};
}

Decision reject(const QString &invitation, const QString &revision)
{
    return RejectInvitation{invitationId(invitation),
                            revision,
                            *ReasonId::parse(QStringLiteral("capacity")),
                            {},
                            QStringLiteral("Sorry, and good luck.")};
}

Operation operation(const Decision &decision)
{
    return Operation{.id = OperationId::fromRandom(1, 2),
                     .decision = decision,
                     .body = "{}",
                     .reviewed = {*BranchId::parse(QStringLiteral("b1")), {}, {}, {}, {}, {}, {}}};
}

} // namespace builders
