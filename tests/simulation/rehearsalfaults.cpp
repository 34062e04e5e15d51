#include "tests/simulation/rehearsal.h"

#include <algorithm>
#include <filesystem>

// How the i-th call fails, and what must have come of it in the end.

namespace simulation {

namespace {

constexpr quint64 page = 4096;

void addStatements(std::vector<Series> &all, const std::string &file, Series::Door door)
{
    for (const auto &[name, error] : {std::pair("an error of the disk", ErrorKind::Disk),
                                      std::pair("the disk is full", ErrorKind::DiskFull),
                                      std::pair("busy", ErrorKind::Busy)}) {
        Series series{"statement on the " + file + ": " + name, door, false, error, {}, {}};
        all.push_back(series);
        series.forEver = true;
        series.name += ", for ever";
        all.push_back(series);
    }
}

void addCalls(std::vector<Series> &all)
{
    for (const auto &[name, fault] : {std::pair("call of the disk: an I/O error", Disk::Fault::InputOutput),
                                      std::pair("write: the disk is full", Disk::Fault::Full),
                                      std::pair("open: can't", Disk::Fault::CantOpen),
                                      std::pair("lock: busy", Disk::Fault::Busy)}) {
        Series series{name, Series::Door::Disk, false, {}, fault, {}};
        all.push_back(series);
        series.forEver = true;
        series.name += ", for ever";
        all.push_back(series);
    }
    all.push_back({"room for so many pages", Series::Door::Room, true, {}, Disk::Fault::Full, {}});
}

void addRequests(std::vector<Series> &all)
{
    for (const auto &[name, mishap] : {std::pair("request: lost", Mishap::RequestLost),
                                       std::pair("request: done, and answered by nobody", Mishap::AnswerLost),
                                       std::pair("request: the connection ends in the answer", Mishap::CutShort),
                                       std::pair("request: an answer without its end", Mishap::Shortened)}) {
        Series series{name, Series::Door::Wire, false, {}, {}, mishap};
        all.push_back(series);
        series.forEver = true;
        series.name += ", for ever";
        all.push_back(series);
    }
}

bool concerns(Disk::Fault fault, Disk::Call call)
{
    switch (fault) {
    case Disk::Fault::Full:
        return call == Disk::Call::Write;
    case Disk::Fault::CantOpen:
        return call == Disk::Call::Open;
    case Disk::Fault::Busy:
        return call == Disk::Call::Lock;
    case Disk::Fault::InputOutput:
        return true;
    case Disk::Fault::None:
        break;
    }
    return false;
}

} // namespace

const std::vector<Series> &allSeries()
{
    static const std::vector<Series> all = [] {
        std::vector<Series> series;
        addStatements(series, "desk", Series::Door::Desk);
        addStatements(series, "cache", Series::Door::Cache);
        addCalls(series);
        addRequests(series);
        return series;
    }();
    return all;
}

// --- Failing --------------------------------------------------------------------------------------------------------

void Rehearsal::letFail()
{
    const Series::Door door = m_series.door;
    if (door == Series::Door::Desk || door == Series::Door::Cache) {
        m_program.statementFate = [this](bool ofDesk) -> std::optional<Error> {
            if (ofDesk != (m_series.door == Series::Door::Desk) || !falls())
                return std::nullopt;
            return Error{m_series.error, QStringLiteral("a fault by its number")};
        };
    } else if (door == Series::Door::Wire) {
        m_wire.fate = [this](bool ofEvents) {
            const bool fails = falls();
            m_told += fails && ofEvents ? 1 : 0; // Without events it asks from time to time: nobody need know
            return fails ? m_series.mishap : Mishap::None;
        };
    } else {
        m_disk.setFate([this](Disk::Call call, const std::string &path, qint64 end) {
            return m_series.door == Series::Door::Room ? fateOfGrowth(path, end) : fateOfCall(call, path, end);
        });
    }
}

bool Rehearsal::falls()
{
    if (m_calm)
        return false;
    ++m_calls;
    const bool fails = m_number != 0 && (m_calls == m_number || (m_series.forEver && m_calls > m_number));
    if (fails) {
        ++m_failed;
        fired(m_series.name.c_str());
    }
    return fails;
}

Disk::Fault Rehearsal::fateOfCall(Disk::Call call, const std::string &, qint64)
{
    return concerns(m_series.fault, call) && falls() ? m_series.fault : Disk::Fault::None;
}

/// There is room for one page less than the number says.
Disk::Fault Rehearsal::fateOfGrowth(const std::string &path, qint64 end)
{
    if (m_calm || end == 0)
        return Disk::Fault::None;
    std::error_code ignored;
    quint64 used = 0;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(m_disk.root(), ignored))
        used += entry.is_regular_file(ignored) && entry.path() != path ? entry.file_size(ignored) : 0;
    const auto size = std::filesystem::exists(path, ignored) ? std::filesystem::file_size(path, ignored) : 0;
    const quint64 pages = (used + std::max<quint64>(size, quint64(end)) + page - 1) / page;
    const bool fits = quint64(end) <= size || m_number == 0 || pages < m_number;
    if (fits) {
        m_calls = std::max(m_calls, pages);
        return Disk::Fault::None;
    }
    ++m_failed;
    fired(m_series.name.c_str());
    return Disk::Fault::Full;
}

void Rehearsal::lookOn()
{
    if (m_failed == 0)
        return;
    // Without an engine, the sign-in page says why.
    const Connection connection = m_program.isUp() ? m_program.engine()->status().connection : Connection::Offline;
    const bool inTrouble = connection == Connection::Offline || connection == Connection::Blocked ||
                           connection == Connection::ServiceTrouble;
    m_told += inTrouble ? 1 : 0;
}

// --- In the end -----------------------------------------------------------------------------------------------------

/// Nobody has done anything since the faults stopped.
void Rehearsal::mustHaveRecovered()
{
    const QString unsettled = m_watch.unsettled();
    m_watch.expects(10, unsettled.isEmpty(), QStringLiteral("the faults have stopped, and ") + unsettled);
    m_watch.expects(9, !m_watch.saysDiskFails(), QStringLiteral("the disk works, and the interface says it doesn't"));
    const bool online = m_program.isUp() && m_program.engine()->status().connection == Connection::Online;
    m_watch.expects(9, online, QStringLiteral("the service answers, and the interface doesn't say so"));
}

void Rehearsal::mustBeDone()
{
    m_watch.mustBeSettled();
    for (const size_t which : {0U, 1U, 4U})
        m_watch.expects(10, isDecidedFromHere(which), m_ids[which].text() + QStringLiteral(" is not decided in the end"));
    m_watch.expects(1, draftOf(5) == words(), QStringLiteral("a draft that was saved is gone"));
    m_watch.expects(1, !m_kept[1] || draftOf(1).isEmpty(), QStringLiteral("a draft outlived its decision"));
}

bool Rehearsal::isDecidedFromHere(size_t which)
{
    const std::string id = m_ids[which].text().toStdString();
    const auto &decisions = m_service.decisions();
    return std::any_of(decisions.begin(), decisions.end(), [&id](const Service::Decided &decided) {
        return decided.invitation == id && !decided.operation.empty() && !decided.undone;
    });
}

QString Rehearsal::draftOf(size_t which)
{
    if (!m_program.isUp())
        return {};
    const Result<std::optional<Draft>> draft = m_program.desk().draft(m_ids[which]);
    return draft && *draft ? (*draft)->message : QString();
}

/// A day on which nothing failed has everything in it that it is for.
void Rehearsal::mustBeWhole()
{
    const auto saw = [this](const char *life) { return m_tally.lives[life] > 0; };
    const bool decided = std::all_of(m_kept.begin(), m_kept.begin() + 5, [](const auto &id) { return id.has_value(); });
    const bool lived = m_tally.lives["inflight -> acked"] >= 3 && saw("held -> cancelled") && saw("held -> conflict");
    const bool whole = decided && lived && m_undone && m_drafted[1] && m_drafted[5] && m_tally.deeds["cards put away"] > 0;
    m_watch.expects(13, whole && m_calls > 0, QStringLiteral("the day itself is not as it was rehearsed"));
}

/// SQLite gets over some of the disk's failures by itself (a checkpoint that is made later): those may stay untold.
void Rehearsal::mustHaveBeenTold()
{
    m_watch.expects(13, m_failed > 0, QStringLiteral("the call was not reached"));
    const bool told = m_told + m_watch.timesTold() > 0;
    const bool mayBeQuiet = m_series.door == Series::Door::Disk || m_series.door == Series::Door::Room;
    m_watch.expects(9, told || mayBeQuiet, QStringLiteral("a call failed, and nobody was told"));
    ++m_tally.deeds[told ? "a failure told" : "a failure that nobody had to know of"];
}

} // namespace simulation
