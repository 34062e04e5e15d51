#include "core/api/codec.h"

#include "core/api/jsonreader.h"
#include "core/api/readchange.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype mostChanges = 10'000;        // The contract says 2,000; above this it is no page of the service's
constexpr qsizetype mostBranches = 10'000;       // With a count of pending each
constexpr qsizetype longestWords = 4'000;        // Of a problem's words for people
constexpr int mostReplyCharacters = 4'000;       // `message` can't be longer by the contract, whatever the session says
constexpr int mostRespondHours = 24 * 366 * 100; // Keeps due times within what a calendar can show

/// As hosts are compared (core/domain/link.h): lower case, in ASCII.
QString comparableHost(const QString &host)
{
    const QByteArray ace = QUrl::toAce(host.toLower());
    return ace.isEmpty() ? host.toLower() : QString::fromLatin1(ace);
}

bool isState(const QString &text)
{
    static constexpr QLatin1StringView others{"_.:+/=-"};
    return !text.isEmpty() && text.size() <= 512 && std::all_of(text.begin(), text.end(), [](QChar c) {
        const char16_t u = c.unicode();
        const bool letterOrDigit = (u >= u'A' && u <= u'Z') || (u >= u'a' && u <= u'z') || (u >= u'0' && u <= u'9');
        return letterOrDigit || others.contains(c);
    });
}

std::map<BranchId, qint64> readPending(const QJsonObject &counts)
{
    std::map<BranchId, qint64> pending;
    for (auto it = counts.begin(); it != counts.end(); ++it) {
        const auto id = BranchId::parse(it.key());
        const qint64 count = it.value().toInteger(-1); // Also what is no integer
        if (id && count >= 0)
            pending.emplace(*id, count);
    }
    return pending;
}

/// A text that we only show: empty where it is none, shortened where it is too long.
QString words(const QJsonObject &object, QLatin1StringView name)
{
    return wholeText(object.value(name).toString().left(longestWords));
}

} // namespace

Result<ClientPaysLink> readClientPaysLink(const QByteArray &json)
{
    const Result<QJsonObject> object = parseObject(json);
    if (!object)
        return failure(object.error());
    QString fault;
    JsonReader in(*object, {}, fault);
    const ClientPaysLink link{in.text("url"_L1), in.text("emailSubject"_L1), in.text("emailBody"_L1),
                              in.time("createdAt"_L1)};
    if (in.failed())
        return failure(ErrorKind::Unreadable, fault);
    return link;
}

Result<SessionFacts> readSession(const QByteArray &json, const QString &ownHost)
{
    const Result<QJsonObject> object = parseObject(json);
    if (!object)
        return failure(object.error());
    QString fault;
    JsonReader in(*object, {}, fault);
    JsonReader user = in.object("user"_L1);
    JsonReader practice = in.object("practice"_L1);
    JsonReader limits = in.object("limits"_L1);
    const auto userId = user.id<MemberId>("id"_L1);
    const auto practiceId = practice.id<PracticeId>("id"_L1);
    if (!userId || !practiceId)
        return failure(ErrorKind::Unreadable, fault);
    SessionFacts facts{
        .userId = *userId,
        .userName = user.text("name"_L1),
        .userEmail = user.text("email"_L1),
        .practiceId = *practiceId,
        .practiceName = practice.text("name"_L1),
        .replyMessageLimit = std::clamp(limits.integer("replyMessage"_L1), 0, mostReplyCharacters),
        .respondWithinHours = std::clamp(limits.integer("respondWithinHours"_L1), 0, mostRespondHours),
        .linkHosts = in.has("linkHosts"_L1) ? in.texts("linkHosts"_L1) : QStringList{ownHost},
        .serverTime = in.time("serverTime"_L1),
    };
    if (in.failed())
        return failure(ErrorKind::Unreadable, fault);
    facts.linkHosts.removeAll(QString()); // No host is not a host
    std::transform(facts.linkHosts.begin(), facts.linkHosts.end(), facts.linkHosts.begin(), comparableHost);
    return facts;
}

Result<ChangePage> readChangePage(const QByteArray &json)
{
    const Result<QJsonObject> object = parseObject(json);
    if (!object)
        return failure(object.error());
    QString fault;
    JsonReader in(*object, {}, fault);
    ChangePage page;
    page.newState = in.text("newState"_L1);
    if (!isState(page.newState))
        in.fail("newState"_L1, u"expected a state"_s);
    page.hasMore = in.flag("hasMore"_L1);
    page.serverTime = in.time("serverTime"_L1);
    if (!object->value("pending"_L1).isObject())
        in.fail("pending"_L1, u"expected an object"_s);
    if (object->value("pending"_L1).toObject().size() > mostBranches)
        in.fail("pending"_L1, u"too many"_s);
    const QJsonArray changes = in.array("changes"_L1);
    if (changes.size() > mostChanges)
        in.fail("changes"_L1, u"too many"_s);
    if (in.failed())
        return failure(ErrorKind::Unreadable, fault);
    page.pending = readPending(object->value("pending"_L1).toObject());
    page.changes = changesFromJson(changes);
    return page;
}

Result<Outcome> readOutcome(const QByteArray &json)
{
    const Result<QJsonObject> object = parseObject(json);
    if (!object)
        return failure(object.error());
    const QJsonArray changes = object->value("changes"_L1).toArray();
    if (changes.size() > mostChanges)
        return failure(ErrorKind::Unreadable, u"changes: too many"_s);
    Outcome outcome;
    outcome.operationId = words(*object, "operationId"_L1).toLower();
    outcome.sameDecision = object->value("result"_L1).toString() == "same_decision"_L1;
    outcome.replayed = object->value("replayed"_L1).toBool();
    outcome.appliedAt = readTime(words(*object, "appliedAt"_L1)).value_or(Instant{});
    outcome.changes = changesFromJson(changes);
    return outcome;
}

Result<Problem> readProblem(const QByteArray &json)
{
    const Result<QJsonObject> object = parseObject(json);
    if (!object)
        return failure(object.error());
    Problem problem;
    problem.code = words(*object, "code"_L1);
    if (problem.code.isEmpty())
        return failure(ErrorKind::Unreadable, u"code: expected a text"_s);
    problem.detail = words(*object, "detail"_L1);
    problem.field = words(*object, "field"_L1);
    problem.permission = words(*object, "permission"_L1);
    const QJsonValue current = object->value("current"_L1);
    if (current.isObject())
        problem.current = changesFromJson({current});
    return problem;
}

Change readChange(const QByteArray &raw)
{
    const Result<QJsonObject> object = parseObject(raw);
    if (!object)
        return Unreadable{{}, {}, {}, object.error().detail, raw};
    if (std::optional<Change> change = changeFromJson(*object))
        return *std::move(change);
    return Unreadable{words(*object, "kind"_L1), words(*object, "id"_L1), words(*object, "version"_L1),
                      u"kind: not known"_s, raw};
}
