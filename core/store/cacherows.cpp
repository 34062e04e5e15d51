#include "core/store/cacherows.h"

#include "core/store/dealingkeys.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

QString written(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QString writeAccountants(const std::vector<Accountant> &accountants)
{
    QJsonArray array;
    for (const Accountant &accountant : accountants)
        array += QJsonArray{accountant.memberId.text(), accountant.role.text};
    return written(array);
}

/// Times as text: JSON's numbers are doubles.
QString writeNotes(const std::vector<Note> &notes)
{
    QJsonArray array;
    for (const Note &note : notes)
        array += QJsonArray{note.authorName, QString::number(msSinceEpoch(note.at)), note.text};
    return written(array);
}

template <class IdType>
QStringList textsOf(const std::vector<IdType> &ids)
{
    QStringList texts;
    for (const IdType &id : ids)
        texts += id.text();
    return texts;
}

} // namespace

QString writeList(const QStringList &list)
{
    return written(QJsonArray::fromStringList(list));
}

QString columnsOf(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::Branch:
        return u"id, version, name, email, country, currency, state, permissions"_s;
    case ObjectKind::Reason:
        return u"id, version, use, label, description, position, text_required"_s;
    case ObjectKind::Member:
        return u"id, version, name, email, branch_ids"_s;
    case ObjectKind::Invitation:
        return u"id, version, revision, branch_id, origin, status, company_name, owner_name, owner_email, message, "
               u"country, registration_number, sent_at, expires_at, decided_at, decided_by, decided_by_name, "
               u"operation_id, reason_id, reason_text, reply_message, superseded_by, client_id, has_message, "
               u"happened_at, "
               u"email_key, registration_key, company_key"_s;
    case ObjectKind::Client:
        return u"id, version, branch_id, company_name, owner_name, owner_email, billing, state, connected_at, "
               u"disconnected_at, disconnected_by, account_url, invitation_id, accountants, first_steps, notes, "
               u"listed, email_key, company_key"_s;
    case ObjectKind::Activity:
        return u"id, version, branch_id, at, actor_name, action, invitation_id, client_id, detail"_s;
    }
    return {};
}

namespace {

QString makeUpsertSql(ObjectKind kind)
{
    const QString columns = columnsOf(kind) + u", pass"_s;
    QStringList updates;
    for (const QString &column : columns.split(u", "_s).sliced(1))
        updates += u"%1 = excluded.%1"_s.arg(column);
    QString binds = u":"_s + columns;
    binds.replace(u", "_s, u", :"_s);
    return u"INSERT INTO %1 (%2)\nVALUES (%3)\nON CONFLICT (id) DO UPDATE SET %4"_s.arg(objectKindText(kind), columns,
                                                                                        binds, updates.join(u", "_s));
}

} // namespace

const QString &findRowSql(ObjectKind kind)
{
    static const auto make = [](ObjectKind k) {
        return u"SELECT rid, version, pass\nFROM %1\nWHERE id = :id\nORDER BY rid"_s.arg(objectKindText(k));
    };
    static const std::array texts{make(ObjectKind::Branch),     make(ObjectKind::Reason), make(ObjectKind::Member),
                                  make(ObjectKind::Invitation), make(ObjectKind::Client), make(ObjectKind::Activity)};
    return texts.at(size_t(kind));
}

const QString &upsertSql(ObjectKind kind)
{
    // Made once: a first sync asks a million times.
    static const std::array texts{makeUpsertSql(ObjectKind::Branch), makeUpsertSql(ObjectKind::Reason),
                                  makeUpsertSql(ObjectKind::Member), makeUpsertSql(ObjectKind::Invitation),
                                  makeUpsertSql(ObjectKind::Client), makeUpsertSql(ObjectKind::Activity)};
    return texts.at(size_t(kind));
}

void bindObject(Statement &statement, const Branch &branch)
{
    statement.bind(u":id"_s, branch.id)
        .bind(u":version"_s, branch.version)
        .bind(u":name"_s, branch.name)
        .bind(u":email"_s, branch.email)
        .bind(u":country"_s, branch.country)
        .bind(u":currency"_s, branch.currency)
        .bind(u":state"_s, branch.state.text)
        .bind(u":permissions"_s, writeList(branch.permissions));
}

void bindObject(Statement &statement, const Reason &reason)
{
    statement.bind(u":id"_s, reason.id)
        .bind(u":version"_s, reason.version)
        .bind(u":use"_s, reason.use.text)
        .bind(u":label"_s, reason.label)
        .bind(u":description"_s, reason.description)
        .bind(u":position"_s, reason.order)
        .bind(u":text_required"_s, reason.textRequired);
}

void bindObject(Statement &statement, const Member &member)
{
    statement.bind(u":id"_s, member.id)
        .bind(u":version"_s, member.version)
        .bind(u":name"_s, member.name)
        .bind(u":email"_s, member.email)
        .bind(u":branch_ids"_s, writeList(textsOf(member.branchIds)));
}

void bindObject(Statement &statement, const Invitation &invitation)
{
    statement.bind(u":id"_s, invitation.id)
        .bind(u":version"_s, invitation.version)
        .bind(u":revision"_s, invitation.revision)
        .bind(u":branch_id"_s, invitation.branchId)
        .bind(u":origin"_s, invitation.origin.text)
        .bind(u":status"_s, invitation.status.text)
        .bind(u":company_name"_s, invitation.companyName)
        .bind(u":owner_name"_s, invitation.ownerName)
        .bind(u":owner_email"_s, invitation.ownerEmail)
        .bind(u":message"_s, invitation.message)
        .bind(u":country"_s, invitation.country)
        .bind(u":registration_number"_s, invitation.registrationNumber)
        .bind(u":sent_at"_s, invitation.sentAt)
        .bind(u":expires_at"_s, invitation.expiresAt)
        .bind(u":decided_at"_s, invitation.decidedAt)
        .bind(u":decided_by"_s, invitation.decidedBy)
        .bind(u":decided_by_name"_s, invitation.decidedByName)
        .bind(u":operation_id"_s, invitation.operationId)
        .bind(u":reason_id"_s, invitation.reasonId)
        .bind(u":reason_text"_s, invitation.reasonText)
        .bind(u":reply_message"_s, invitation.replyMessage)
        .bind(u":superseded_by"_s, invitation.supersededBy)
        .bind(u":client_id"_s, invitation.clientId)
        .bind(u":has_message"_s, !invitation.message.isEmpty())
        .bind(u":happened_at"_s, invitation.decidedAt.value_or(invitation.sentAt))
        .bind(u":email_key"_s, emailKey(invitation.ownerEmail))
        .bind(u":registration_key"_s, registrationKey(invitation.registrationNumber))
        .bind(u":company_key"_s, companyKey(invitation.companyName));
}

void bindObject(Statement &statement, const Client &client)
{
    statement.bind(u":id"_s, client.id)
        .bind(u":version"_s, client.version)
        .bind(u":branch_id"_s, client.branchId)
        .bind(u":company_name"_s, client.companyName)
        .bind(u":owner_name"_s, client.ownerName)
        .bind(u":owner_email"_s, client.ownerEmail)
        .bind(u":billing"_s, client.billing.text)
        .bind(u":state"_s, client.state.text)
        .bind(u":connected_at"_s, client.connectedAt)
        .bind(u":disconnected_at"_s, client.disconnectedAt)
        .bind(u":disconnected_by"_s, client.disconnectedBy)
        .bind(u":account_url"_s, client.accountUrl)
        .bind(u":invitation_id"_s, client.invitationId)
        .bind(u":accountants"_s, writeAccountants(client.accountants))
        .bind(u":first_steps"_s, writeList(client.firstSteps))
        .bind(u":notes"_s, writeNotes(client.notes))
        .bind(u":listed"_s, isListed(client))
        .bind(u":email_key"_s, emailKey(client.ownerEmail))
        .bind(u":company_key"_s, companyKey(client.companyName));
}

void bindObject(Statement &statement, const Activity &activity)
{
    statement.bind(u":id"_s, activity.id)
        .bind(u":version"_s, activity.version)
        .bind(u":branch_id"_s, activity.branchId)
        .bind(u":at"_s, activity.at)
        .bind(u":actor_name"_s, activity.actorName)
        .bind(u":action"_s, activity.action.text)
        .bind(u":invitation_id"_s, activity.invitationId)
        .bind(u":client_id"_s, activity.clientId)
        .bind(u":detail"_s, activity.detail);
}
