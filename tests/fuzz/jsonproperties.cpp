#include "tests/fuzz/properties.h"

#include "core/api/codec.h"
#include "core/api/mendjson.h"
#include "tests/fuzz/objectfaults.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray sound = R"({"kind":"reason","id":"r1","version":"1","reason":{"use":"rejection","label":"Full",)"
                         R"("order":1,"textRequired":false}})";

QByteArray pageOf(const QByteArray &changes)
{
    return R"({"newState":"s1","hasMore":false,"pending":{},"serverTime":"2026-11-23T09:30:00Z","changes":[)" +
           changes + "]}";
}

QString envelopeFault(const ChangePage &page)
{
    if (page.newState.isEmpty() || page.newState.size() > 512)
        return u"a page without a state was given"_s;
    for (const auto &[branch, count] : page.pending) {
        if (count < 0)
            return u"less than no invitation is pending"_s;
    }
    return changesFault(page.changes);
}

/// Whether these bytes are one value of JSON, and not two with a comma between.
bool isOneValue(const QByteArray &json)
{
    const Result<QByteArray> mended = mendJson('[' + json + ']');
    return mended && QJsonDocument::fromJson(*mended).array().size() == 1;
}

/// Whatever stands between two sound objects, they are given.
QString neighbourFault(const QByteArray &input)
{
    if (!isOneValue(input))
        return {};
    const auto alone = readChangePage(pageOf(sound));
    const auto page = readChangePage(pageOf(sound + ',' + input + ',' + sound));
    if (!alone || alone->changes.size() != 1)
        return u"a sound page was refused"_s;
    if (!page)
        return u"one object cost the page: "_s + page.error().detail;
    if (page->changes.size() < 2 || page->changes.size() > 3)
        return u"one object became several, or took others with it"_s;
    if (page->changes.front() != alone->changes.front() || page->changes.back() != alone->changes.front())
        return u"one object changed its neighbour"_s;
    return envelopeFault(*page);
}

} // namespace

QString pageFault(const QByteArray &input)
{
    const Result<ChangePage> page = readChangePage(input);
    const QString fault = page ? envelopeFault(*page) : refusalFault(page.error());
    return fault.isEmpty() ? neighbourFault(input) : fault;
}

QString outcomeFault(const QByteArray &input)
{
    const Result<Outcome> outcome = readOutcome(input);
    if (!outcome)
        return refusalFault(outcome.error());
    const QString fault = textFault(outcome->operationId);
    return fault.isEmpty() ? changesFault(outcome->changes) : fault;
}

QString sessionFault(const QByteArray &input)
{
    const Result<SessionFacts> facts = readSession(input, u"service.example"_s);
    if (!facts)
        return refusalFault(facts.error());
    if (!MemberId::parse(facts->userId.text()) || !PracticeId::parse(facts->practiceId.text()))
        return u"an account without a name was given"_s;
    if (facts->replyMessageLimit < 0 || facts->replyMessageLimit > 4000 || facts->respondWithinHours < 0)
        return u"a limit is not held to what can be"_s;
    for (const QString &host : facts->linkHosts) {
        if (host.isEmpty() || host != host.toLower())
            return u"a host that can't be compared was given"_s;
    }
    const QStringList texts = QStringList{facts->userName, facts->userEmail, facts->practiceName} + facts->linkHosts;
    for (const QString &text : texts) {
        if (const QString fault = textFault(text); !fault.isEmpty())
            return fault;
    }
    return {};
}

QString problemFault(const QByteArray &input)
{
    const Result<Problem> problem = readProblem(input);
    if (!problem)
        return refusalFault(problem.error());
    if (problem->code.isEmpty() || problem->current.size() > 1)
        return u"a problem without a code, or with two objects in the way, was given"_s;
    for (const QString &text : {problem->code, problem->detail, problem->field, problem->permission}) {
        if (const QString fault = textFault(text); !fault.isEmpty())
            return fault;
        if (text.size() > 4000)
            return u"a problem's words are longer than they may be"_s;
    }
    return changesFault(problem->current);
}
