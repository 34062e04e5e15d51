#include "core/store/bodydecision.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace {

template <class IdType>
std::optional<IdType> idAt(const QJsonObject &body, QLatin1StringView member)
{
    return IdType::parse(body.value(member).toString());
}

std::optional<Decision> readAccountant(const QString &type, const ClientId &client, const QJsonObject &body)
{
    const auto member = idAt<MemberId>(body, "memberId"_L1);
    if (!member)
        return std::nullopt;
    if (type == "remove_accountant"_L1)
        return RemoveAccountant{client, *member};
    const Word<AccountantRole> role = accountantRole(body.value("role"_L1).toString());
    if (role == AccountantRole::Unknown)
        return std::nullopt;
    return AssignAccountant{client, *member, role.known};
}

std::optional<Decision> readOnClient(const QString &type, const ClientId &client, const QJsonObject &body)
{
    const auto text = [&body](QLatin1StringView member) { return body.value(member).toString(); };
    if (type == "assign_accountant"_L1 || type == "remove_accountant"_L1)
        return readAccountant(type, client, body);
    if (type == "add_client_note"_L1 && body.value("text"_L1).isString())
        return AddClientNote{client, text("text"_L1)};
    if (type == "set_first_step"_L1 && body.value("step"_L1).isString() && body.value("done"_L1).isBool())
        return SetFirstStep{client, text("step"_L1), body.value("done"_L1).toBool()};
    const auto reason = idAt<ReasonId>(body, "reasonId"_L1);
    if (type == "disconnect_client"_L1 && reason)
        return DisconnectClient{client, *reason, text("reasonText"_L1), text("message"_L1)};
    return std::nullopt;
}

} // namespace

QString decisionType(const Decision &decision)
{
    struct Types
    {
        QString operator()(const AcceptInvitation &) const { return u"accept_invitation"_s; }
        QString operator()(const RejectInvitation &) const { return u"reject_invitation"_s; }
        QString operator()(const DisconnectClient &) const { return u"disconnect_client"_s; }
        QString operator()(const AssignAccountant &) const { return u"assign_accountant"_s; }
        QString operator()(const RemoveAccountant &) const { return u"remove_accountant"_s; }
        QString operator()(const AddClientNote &) const { return u"add_client_note"_s; }
        QString operator()(const SetFirstStep &) const { return u"set_first_step"_s; }
        QString operator()(const RegenerateLink &) const { return u"regenerate_link"_s; }
    };
    return std::visit(Types{}, decision);
}

std::optional<Decision> readBodyDecision(const QByteArray &bytes)
{
    const QJsonObject body = QJsonDocument::fromJson(bytes).object();
    const QString type = body.value("type"_L1).toString();
    if (type == "regenerate_link"_L1) {
        const auto branch = idAt<BranchId>(body, "branchId"_L1);
        return branch ? std::optional<Decision>(RegenerateLink{*branch}) : std::nullopt;
    }
    const auto client = idAt<ClientId>(body, "clientId"_L1);
    return client ? readOnClient(type, *client, body) : std::nullopt;
}
