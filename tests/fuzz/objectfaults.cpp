#include "tests/fuzz/objectfaults.h"

#include "core/api/codec.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype mostBytes = 64 * 1024;
constexpr size_t mostChanges = 10'000;

/// Every text of an object that somebody may be shown or that goes back to the service.
QStringList textsOf(const Branch &b)
{
    return QStringList{b.name, b.email, b.country, b.currency, b.state.text} + b.permissions;
}

QStringList textsOf(const Reason &r)
{
    return {r.use.text, r.label, r.description};
}

QStringList textsOf(const Member &m)
{
    return {m.name, m.email};
}

QStringList textsOf(const Invitation &i)
{
    return {i.revision, i.origin.text,        i.status.text,   i.companyName, i.ownerName,  i.ownerEmail,  i.message,
            i.country,  i.registrationNumber, i.decidedByName, i.operationId, i.reasonText, i.replyMessage};
}

QStringList textsOf(const Client &c)
{
    QStringList texts{c.companyName, c.ownerName,      c.ownerEmail, c.billing.text,
                      c.state.text,  c.disconnectedBy, c.accountUrl};
    for (const Accountant &accountant : c.accountants)
        texts += accountant.role.text;
    for (const Note &note : c.notes)
        texts += {note.authorName, note.text};
    return texts + c.firstSteps;
}

QStringList textsOf(const Activity &a)
{
    return {a.actorName, a.action.text, a.detail};
}

QStringList textsOf(const Removed &)
{
    return {};
}

QStringList textsOf(const Unreadable &u)
{
    return {u.kind, u.id, u.version, u.reason};
}

bool isOurs(const QString &words)
{
    return !words.isEmpty() && std::all_of(words.begin(), words.end(), [](QChar c) { return c >= u' ' && c <= u'~'; });
}

/// What was set aside is read again after an update of the program: to the same, as long as nothing was cut off.
QString unreadableFault(const Unreadable &unreadable)
{
    if (!isOurs(unreadable.reason))
        return u"an object was set aside without a reason in our words"_s;
    if (unreadable.raw.isEmpty() || unreadable.raw.size() > mostBytes)
        return u"an object was set aside without its bytes, or with too many"_s;
    if (unreadable.id.size() > 256 || unreadable.kind.size() > 256 || unreadable.version.size() > 256)
        return u"an object was set aside with a name that is too long"_s;
    if (unreadable.raw.size() == mostBytes || !unreadable.raw.startsWith('{'))
        return {};
    const Change again = readChange(unreadable.raw);
    if (again != Change(unreadable))
        return u"what was set aside reads differently the second time"_s;
    return {};
}

QString idFault(const QString &id)
{
    return InvitationId::parse(id) ? QString() : u"an id that is none was given"_s;
}

QString idFaultOf(const Change &change)
{
    return std::visit(
        [](const auto &object) {
            using Object = std::decay_t<decltype(object)>;
            if constexpr (std::is_same_v<Object, Unreadable>)
                return QString();
            else if constexpr (std::is_same_v<Object, Removed>)
                return idFault(object.id);
            else
                return idFault(object.id.text());
        },
        change);
}

} // namespace

QString textFault(const QString &text)
{
    if (!text.isValidUtf16())
        return u"a text holds half a surrogate pair"_s;
    if (text.size() > mostBytes)
        return u"a text is longer than any may be"_s;
    return {};
}

QString refusalFault(const Error &error)
{
    if (error.kind != ErrorKind::Unreadable)
        return u"a refusal of another kind than Unreadable"_s;
    return isOurs(error.detail) ? QString() : u"a refusal without a reason in our words"_s;
}

QString changeFault(const Change &change)
{
    const QStringList texts = std::visit([](const auto &object) { return textsOf(object); }, change);
    for (const QString &text : texts) {
        if (const QString fault = textFault(text); !fault.isEmpty())
            return fault;
    }
    if (const auto *invitation = std::get_if<Invitation>(&change); invitation && invitation->revision.isEmpty())
        return u"an invitation without a revision was given"_s;
    if (const auto *unreadable = std::get_if<Unreadable>(&change))
        return unreadableFault(*unreadable);
    return idFaultOf(change);
}

QString changesFault(const std::vector<Change> &changes)
{
    if (changes.size() > mostChanges)
        return u"more changes than a page may have were given"_s;
    for (const Change &change : changes) {
        if (const QString fault = changeFault(change); !fault.isEmpty())
            return fault;
    }
    return {};
}
