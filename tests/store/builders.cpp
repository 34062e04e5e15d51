#include "tests/store/builders.h"

#include "tests/support/catch.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

Branch branchOf(const char *id, const QString &name, qint64 version)
{
    return {branchId(id),
            {version},
            name,
            u"in@example.com"_s,
            u"GB"_s,
            u"GBP"_s,
            branchState(u"active"_s),
            {u"view_clients"_s, u"create_clients"_s}};
}

Invitation pendingInvitation(const QString &id, qint64 version)
{
    return {.id = invitationId(id),
            .version = {version},
            .revision = u"r1"_s,
            .branchId = branchId("london"),
            .origin = invitationOrigin(u"external_access"_s),
            .status = invitationStatus(u"pending"_s),
            .companyName = u"Acme Ltd"_s,
            .ownerName = u"Ann Owner"_s,
            .ownerEmail = u"ann@example.com"_s,
            .message = {},
            .country = u"GB"_s,
            .registrationNumber = {},
            .sentAt = noon,
            .expiresAt = {},
            .decidedAt = {},
            .decidedBy = {},
            .decidedByName = {},
            .operationId = {},
            .reasonId = {},
            .reasonText = {},
            .replyMessage = {},
            .supersededBy = {},
            .clientId = {}};
}

Client activeClient(const QString &id, const QString &company, qint64 version)
{
    return {.id = clientId(id),
            .version = {version},
            .branchId = branchId("london"),
            .companyName = company,
            .ownerName = u"Ann Owner"_s,
            .ownerEmail = u"ann@example.com"_s,
            .billing = billing(u"client_pays"_s),
            .state = clientState(u"active"_s),
            .connectedAt = noon,
            .disconnectedAt = {},
            .disconnectedBy = {},
            .accountUrl = u"https://example.com/a"_s,
            .invitationId = {},
            .accountants = {},
            .firstSteps = {},
            .notes = {}};
}

Activity activityOf(const QString &id, Instant at, qint64 version)
{
    return {*ActivityId::parse(id),
            {version},
            branchId("london"),
            at,
            u"Priya"_s,
            activityAction(u"invitation_accepted"_s),
            {},
            {},
            u"Something happened"_s};
}

ChangePage pageOf(std::vector<Change> changes, bool hasMore, const QString &state)
{
    return {state, hasMore, std::move(changes), {}, noon};
}

OperationId operationId(quint64 number)
{
    return OperationId::fromRandom(7, number);
}

Operation acceptance(quint64 number, const QString &invitation)
{
    return {.id = operationId(number),
            .decision = AcceptInvitation{invitationId(invitation), u"r1"_s},
            .body = "{\"type\":\"accept_invitation\"}",
            .reviewed = {branchId("london"), u"London"_s, u"Acme Ltd"_s, u"Ann Owner"_s, u"ann@example.com"_s, {}, {}},
            .state = OperationState::Held,
            .maybeApplied = false,
            .attempts = 0,
            .hold = Milliseconds(8000),
            .decidedAt = noon,
            .ackedAt = {},
            .finishedAt = {},
            .dismissedAt = {},
            .replaces = {},
            .end = {}};
}

Operation rejection(quint64 number, const QString &invitation)
{
    Operation operation = acceptance(number, invitation);
    operation.decision = RejectInvitation{invitationId(invitation), u"r1"_s, *ReasonId::parse(u"other"_s), u"Too far"_s,
                                          u"Sorry\n\U0001F600"_s};
    operation.reviewed.reasonLabel = u"Other"_s;
    return operation;
}

CacheFixture::CacheFixture()
{
    context.now = noon;
    reopen();
}

void CacheFixture::reopen()
{
    cache.reset();
    auto opened = CacheStore::open(path(), trouble);
    REQUIRE(opened);
    cache = std::move(*opened);
}

PageApplied CacheFixture::apply(std::vector<Change> changes, bool hasMore)
{
    const Result<PageApplied> applied = cache->applyPage(pageOf(std::move(changes), hasMore), noon);
    REQUIRE(applied);
    return *applied;
}

std::unique_ptr<ListView> CacheFixture::open(const ListQuery &query, const ListContext &with)
{
    auto view = ListView::open(*cache, query, 1, with);
    if (!view)
        FAIL(view.error().detail.toStdString());
    return std::move(*view);
}

QStringList companies(ListView &view, const ListContext &context)
{
    const Result<RowPage> page = view.rows(0, view.size(), context);
    REQUIRE(page);
    QStringList names;
    for (const Row &row : page->rows)
        names += std::visit([](const auto &r) { return r.companyName; }, row);
    return names;
}

void copyAsCrashed(const QString &from, const QString &to)
{
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-journal"_s}) {
        QFile::remove(to + suffix);
        if (QFile::exists(from + suffix))
            REQUIRE(QFile::copy(from + suffix, to + suffix));
    }
}

void overwrite(const QString &path, qint64 offset, const QByteArray &bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.seek(offset));
    REQUIRE(file.write(bytes) == bytes.size());
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
