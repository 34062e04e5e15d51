#include "core/store/listview.h"

#include "core/store/listprivate.h"
#include "core/store/sql.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

ListView::ListView(std::unique_ptr<Private> p)
    : d(std::move(p))
{}

ListView::~ListView() = default;

Result<std::unique_ptr<ListView>> ListView::open(CacheStore &cache, const ListQuery &query, quint64 generation,
                                                 const ListContext &context, const IsAbandoned &isAbandoned)
{
    auto p = std::make_unique<Private>(cache, query, generation, context);
    if (const Result<void> filled = p->fill(isAbandoned); !filled)
        return failure(filled.error());
    return std::unique_ptr<ListView>(new ListView(std::move(p)));
}

const ListQuery &ListView::query() const
{
    return d->query;
}

quint64 ListView::generation() const
{
    return d->generation;
}

qsizetype ListView::size() const
{
    return qsizetype(d->entries.size());
}

bool ListView::limited() const
{
    return d->limited;
}

Result<RowPage> ListView::rows(qsizetype first, qsizetype count, const ListContext &context)
{
    const qsizetype from = std::clamp<qsizetype>(first, 0, size());
    const qsizetype to = std::clamp<qsizetype>(first + count, from, size());
    std::vector<qint64> rowids;
    for (qsizetype i = from; i < to; ++i)
        rowids.push_back(d->entries[size_t(i)].rowid);
    Result<std::vector<Row>> rows = d->rowsOf(rowids, context);
    if (!rows)
        return failure(rows.error());
    return RowPage{d->query.kind, d->generation, from, std::move(*rows)};
}

Result<ListDiff> ListView::update(const Touched &touched, const ListContext &context)
{
    Result<ListDiff> diff = d->update(touched, context);
    d->stale = !diff;
    return diff;
}

Result<ListDiff> ListView::finish(const ListContext &context, const IsAbandoned &isAbandoned)
{
    Result<ListDiff> diff = d->finish(context, isAbandoned);
    d->stale = !diff;
    return diff;
}

Result<qsizetype> ListView::positionOf(const InvitationId &id)
{
    if (d->query.kind != ListKind::Invitations && !isHistory(d->query.kind))
        return -1;
    return d->positionOf(selectNumbers(d->database, u"SELECT rid\nFROM invitation\nWHERE id = :id\nORDER BY rid"_s,
                                       [&](Statement &statement) { statement.bind(u":id"_s, id); }));
}

Result<qsizetype> ListView::positionOf(const ClientId &id)
{
    if (d->query.kind != ListKind::Clients)
        return -1;
    return d->positionOf(selectNumbers(d->database, u"SELECT rid\nFROM client\nWHERE id = :id\nORDER BY rid"_s,
                                       [&](Statement &statement) { statement.bind(u":id"_s, id); }));
}

Result<qsizetype> ListView::Private::positionOf(const Result<std::vector<qint64>> &rowids) const
{
    if (!rowids)
        return failure(rowids.error());
    if (rowids->empty())
        return -1;
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [&](const ListEntry &entry) { return entry.rowid == rowids->front(); });
    return found == entries.end() ? -1 : found - entries.begin();
}

ListOrder ListView::Private::order()
{
    const auto textBy = [this](const QString &sql, qint64 rowid) -> Result<QString> {
        const auto text = selectOne<QString>(
            database, sql, [&](Statement &statement) { statement.bind(u":rid"_s, rowid); },
            [](const Statement &statement) -> Result<QString> { return statement.text(0); });
        if (!text)
            return failure(text.error());
        return text->value_or(QString());
    };
    const auto nameOf = [this, textBy](qint64 rowid) -> Result<QString> {
        const Operation *operation = connecting.find(rowid);
        return operation ? Result<QString>(operation->reviewed.companyName) : textBy(filter.nameSql(), rowid);
    };
    const auto idOf = [this, textBy](qint64 rowid) -> Result<QString> {
        const Operation *operation = connecting.find(rowid);
        return operation ? Result<QString>(operation->id.text()) : textBy(filter.idSql(), rowid);
    };
    return ListOrder(by, nameOf, idOf);
}
