#include "core/api/codec.h"
#include "core/api/jsonreader.h"

#include <QJsonDocument>

namespace {

/// A JSON object written member by member, in the order given: QJsonObject sorts, and a body's bytes are kept for ever.
class Writer
{
public:
    void member(const char *name, const QString &text)
    {
        m_json += m_json.isEmpty() ? "{\"" : ",\"";
        m_json += name;
        m_json += "\":";
        const QByteArray array = QJsonDocument(QJsonArray{sendable(text)}).toJson(QJsonDocument::Compact);
        m_json += QByteArrayView(array).sliced(1, array.size() - 2);
    }

    void flag(const char *name, bool value)
    {
        m_json += m_json.isEmpty() ? "{\"" : ",\"";
        m_json += name;
        m_json += value ? "\":true" : "\":false";
    }

    void memberUnlessEmpty(const char *name, const QString &text)
    {
        if (!text.isEmpty())
            member(name, text);
    }

    [[nodiscard]] QByteArray json() const { return m_json + '}'; }

private:
    /// The service takes neither NUL nor half a surrogate pair (422).
    static QString sendable(QString text)
    {
        return wholeText(std::move(text.replace(QChar(u'\0'), QChar(QChar::ReplacementCharacter))));
    }

    QByteArray m_json;
};

void writeDecision(Writer &out, const AcceptInvitation &accept, const QString &decidedAt)
{
    out.member("type", QStringLiteral("accept_invitation"));
    out.member("decidedAt", decidedAt);
    out.member("invitationId", accept.invitationId.text());
    out.member("revision", accept.revision);
}

void writeDecision(Writer &out, const RejectInvitation &reject, const QString &decidedAt)
{
    out.member("type", QStringLiteral("reject_invitation"));
    out.member("decidedAt", decidedAt);
    out.member("invitationId", reject.invitationId.text());
    out.member("revision", reject.revision);
    out.member("reasonId", reject.reasonId.text());
    out.memberUnlessEmpty("reasonText", reject.reasonText);
    out.memberUnlessEmpty("message", reject.message);
}

void begin(Writer &out, const QString &type, const QString &decidedAt, const ClientId &client)
{
    out.member("type", type);
    out.member("decidedAt", decidedAt);
    out.member("clientId", client.text());
}

void writeDecision(Writer &out, const DisconnectClient &disconnect, const QString &decidedAt)
{
    begin(out, QStringLiteral("disconnect_client"), decidedAt, disconnect.clientId);
    out.member("reasonId", disconnect.reasonId.text());
    out.memberUnlessEmpty("reasonText", disconnect.reasonText);
    out.memberUnlessEmpty("message", disconnect.message);
}

void writeDecision(Writer &out, const AssignAccountant &assign, const QString &decidedAt)
{
    begin(out, QStringLiteral("assign_accountant"), decidedAt, assign.clientId);
    out.member("memberId", assign.memberId.text());
    out.member("role", accountantRoleText(assign.role));
}

void writeDecision(Writer &out, const RemoveAccountant &remove, const QString &decidedAt)
{
    begin(out, QStringLiteral("remove_accountant"), decidedAt, remove.clientId);
    out.member("memberId", remove.memberId.text());
}

void writeDecision(Writer &out, const AddClientNote &note, const QString &decidedAt)
{
    begin(out, QStringLiteral("add_client_note"), decidedAt, note.clientId);
    out.member("text", note.text);
}

void writeDecision(Writer &out, const SetFirstStep &step, const QString &decidedAt)
{
    begin(out, QStringLiteral("set_first_step"), decidedAt, step.clientId);
    out.member("step", step.step);
    out.flag("done", step.done);
}

void writeDecision(Writer &out, const RegenerateLink &link, const QString &decidedAt)
{
    out.member("type", QStringLiteral("regenerate_link"));
    out.member("decidedAt", decidedAt);
    out.member("branchId", link.branchId.text());
}

} // namespace

QByteArray writeOperation(const Decision &decision, Instant decidedAt)
{
    Writer out;
    std::visit([&out, at = writeTime(decidedAt)](const auto &d) { writeDecision(out, d, at); }, decision);
    return out.json();
}
