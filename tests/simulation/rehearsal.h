#pragma once

#include "tests/simulation/run.h"

#include <array>

namespace simulation {

/// Which calls of the program's are counted, and how the i-th of them fails.
struct Series
{
    /// Statements on the desk or on the cache, calls of the file system, room on the disk in pages, requests.
    enum class Door { Desk, Cache, Disk, Room, Wire };
    std::string name;
    Door door = Door::Disk;
    bool forEver = false; ///< Until the faults stop; else once
    ErrorKind error = ErrorKind::Disk;
    Disk::Fault fault = Disk::Fault::InputOutput;
    Mishap mishap = Mishap::RequestLost;
};
[[nodiscard]] const std::vector<Series> &allSeries();

/// The same short day, every time: sign in, a full pass, an acceptance, a draft and a rejection with words, an undo, a
/// decision that a colleague is quicker with, a card put away, a restart in the middle of a hold. One call fails, by its
/// number, once or from there on; then the faults stop, and without a restart everything must come right.
class Rehearsal final : private Run
{
public:
    /// `number`: of the call that fails, counted from 1; 0: none does.
    Rehearsal(const Series &series, quint64 number, CrashVfs &vfs, const std::string &folder, bool keepsTrace);
    ~Rehearsal();

    [[nodiscard]] RunResult go();
    /// How many calls there were until the faults stopped; of room, how many pages were needed.
    [[nodiscard]] quint64 calls() const { return m_calls; }

private:
    static constexpr size_t invitations = 6;

    [[nodiscard]] static QString words();
    void letFail();
    [[nodiscard]] bool falls();
    [[nodiscard]] Disk::Fault fateOfCall(Disk::Call call, const std::string &path, qint64 end);
    [[nodiscard]] Disk::Fault fateOfGrowth(const std::string &path, qint64 end);
    void lookOn();
    void advance(Milliseconds by);

    void begin();
    void day();
    void accept(size_t which);
    void reject(size_t which);
    void undo(size_t which);
    void saveDraft(size_t which);
    void colleagueRejects(size_t which);
    void putCardsAway();
    [[nodiscard]] std::optional<Invitation> opened(size_t which);
    void decide(size_t which, const Decision &decision);

    void mustHaveRecovered();
    void again();
    void mustBeDone();
    void mustBeWhole();
    void mustHaveBeenTold();
    [[nodiscard]] bool isDecidedFromHere(size_t which);
    [[nodiscard]] QString draftOf(size_t which);

    const Series &m_series;
    quint64 m_number;
    quint64 m_calls = 0;
    long long m_failed = 0;
    long long m_told = 0; ///< Besides what the engine told
    bool m_calm = false;
    bool m_undone = false;
    std::vector<InvitationId> m_ids;
    std::array<std::optional<OperationId>, invitations> m_kept;
    std::array<bool, invitations> m_drafted{};
};

} // namespace simulation
