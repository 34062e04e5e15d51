#include "tests/support/fakesession.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace {
constexpr std::array allLists{ListKind::Invitations, ListKind::Clients, ListKind::Activity, ListKind::History,
                              ListKind::Finder};
}

FakeSession::FakeSession(QObject *parent)
    : Session(parent)
{}

void FakeSession::later(QObject *context, std::function<void()> call)
{
    if (answersHeld) {
        m_heldAnswers.emplace_back(context, std::move(call));
        return;
    }
    QTimer::singleShot(0, context, std::move(call));
}

void FakeSession::releaseAnswers()
{
    answersHeld = false;
    for (auto &[context, call] : std::exchange(m_heldAnswers, {})) {
        if (context)
            QTimer::singleShot(0, context, std::move(call));
    }
}

quint64 FakeSession::openList(const ListQuery &query)
{
    opened.push_back(query);
    view(query.kind) = {.query = query, .generation = ++m_generation, .rows = {}, .told = false};
    if (!listsHeld)
        QTimer::singleShot(0, this, [this, kind = query.kind, generation = m_generation] {
            if (view(kind).generation == generation)
                tellOpened(kind);
        });
    return m_generation;
}

void FakeSession::closeList(ListKind kind)
{
    closed.push_back(kind);
    view(kind) = {};
}

void FakeSession::tellOpened(ListKind kind)
{
    OpenView &open = view(kind);
    open.rows = rowsOf(open.query, world, shown, clock);
    open.told = true;
    const size_t first = std::min<size_t>(open.rows.size(), 64);
    emit listOpened({.query = open.query,
                     .generation = open.generation,
                     .total = qsizetype(open.rows.size()),
                     .limited = false,
                     .firstRows = {open.rows.begin(), open.rows.begin() + qptrdiff(first)}});
}

void FakeSession::loadRows(ListKind kind, quint64 generation, qsizetype first, qsizetype count)
{
    const Load load{kind, generation, first, count};
    loads.push_back(load);
    if (listsHeld)
        m_heldLoads.push_back(load);
    else
        QTimer::singleShot(0, this, [this, load] { tellRows(load); });
}

void FakeSession::tellRows(const Load &load)
{
    const OpenView &open = view(load.kind);
    const qsizetype total = qsizetype(open.rows.size());
    if (open.generation != load.generation || load.first >= total)
        return;
    const qsizetype end = std::min(total, load.first + load.count);
    emit rowsLoaded({.kind = load.kind,
                     .generation = load.generation,
                     .first = load.first,
                     .rows = {open.rows.begin() + load.first, open.rows.begin() + end}});
}

void FakeSession::answerLists()
{
    listsHeld = false;
    for (const ListKind kind : allLists) {
        if (view(kind).generation != 0 && !view(kind).told)
            tellOpened(kind);
    }
    for (const Load &load : std::exchange(m_heldLoads, {}))
        tellRows(load);
}

std::optional<ListDiff> FakeSession::diffOf(ListKind kind)
{
    OpenView &open = view(kind);
    if (!open.told)
        return std::nullopt;
    std::vector<Row> after = rowsOf(open.query, world, shown, clock);
    ListDiff diff{.kind = kind,
                  .generation = open.generation,
                  .steps = stepsBetween(open.rows, after),
                  .total = qsizetype(after.size())};
    open.rows = std::move(after);
    if (diff.steps.empty())
        return std::nullopt;
    return diff;
}

void FakeSession::publish(const std::vector<InvitationId> &touched)
{
    shown.counts.all = countsOf({}, world, shown, clock);
    shown.counts.clients = qint64(world.clients.size());
    for (const Branch &branch : shown.branches) {
        shown.counts.byBranch[branch.id] = countsOf(branch.id, world, shown, clock);
        shown.counts.clientsByBranch[branch.id] =
            std::count_if(world.clients.begin(), world.clients.end(),
                          [&](const ClientRow &row) { return row.branchId == branch.id; });
    }
    ChangeSet changes{.overview = shown, .lists = {}, .invitations = touched};
    for (const ListKind kind : allLists) {
        if (auto diff = diffOf(kind))
            changes.lists.push_back(std::move(*diff));
    }
    emit changed(changes);
}
