#pragma once

#include "core/domain/error.h"
#include "core/domain/overview.h"
#include "tests/simulation/pace.h"
#include "tests/simulation/pages.h"
#include "tests/simulation/probe.h"
#include "tests/simulation/service.h"
#include "tests/simulation/table.h"
#include "tests/simulation/tally.h"
#include "tests/simulation/trace.h"
#include "tests/support/virtualtime.h"

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>

namespace simulation {

/// What must never be seen was seen.
struct Violation
{
    int invariant = 0;
    QString what;
};

/// What is on the accountant's screen, as it was last told to change.
struct Screen
{
    std::map<BranchId, qint64> badge;
    std::set<QString> cards; ///< Operations that need attention
};

/// Knows what was promised, sees what the disk and the service have, and says when sync.md's "What must never be seen" was
/// seen. It asks nothing of the engine.
class Watch
{
public:
    Watch(VirtualClock &clock, Service &service, Tally &tally, Trace &trace);
    ~Watch();

    [[nodiscard]] const std::optional<Violation> &violation() const { return m_violation; }

    // --- The wire ---------------------------------------------------------------------------------------------------
    void requested(bool ofEvents);
    /// An answer to what is no event stream, or that there is none; `operation` may be empty.
    void heard(const QString &operation);
    void toldToWait(Milliseconds retryAfter);
    void turnedAway() { m_pace.turnedAway(); } ///< 401, or too old
    [[nodiscard]] Milliseconds toldToWaitUntil() const { return m_pace.notBefore(); }
    void attempted(const QString &operation, const QByteArray &body, const std::string &person);
    void answered(const QString &operation, const Reply &reply);
    void pageDelivered(const std::string &since, const std::string &body);
    /// Whether more than this one attempt of it was made.
    [[nodiscard]] bool isOpen(const QString &operation) const;

    // --- The person -------------------------------------------------------------------------------------------------
    void acted() { m_requests.clear(); }
    void askedByHand() { m_pace.personAsks(m_clock.monotonic()); } ///< F5
    void kept(const Operation &operation);
    void draftKept(const QString &invitation, const QString &words);
    void undoTried(const QString &operation, bool done);
    void endedHolds();
    void dismissed(const QString &operation);
    void leftThere(const QString &operation); ///< The card: what should have stood in its place was refused
    void agreed(const QString &operation); ///< To send it again
    void slept();
    void clockSet(Milliseconds by);

    // --- The program ------------------------------------------------------------------------------------------------
    /// An account's files are open, and nothing has been done to them: what is there is what survived.
    /// `unsure`: calls failed meanwhile.
    void opened(const std::string &account, sqlite3 *desk, sqlite3 *cache, bool unsure);
    /// The engine runs: holds begin anew.
    void started();
    void closed();
    /// `inside`: in the middle of a step, so that what it did last is not known.
    void crashed(const std::string &account, bool inside) { m_accounts[account].unsure |= inside; }
    void deskDamaged(const std::string &account); ///< From now on it is as it is
    void cacheDamaged(const std::string &account);
    void cacheMadeAnew(const std::string &account);
    /// Of the cache, the latest commits may be gone: a power cut, a log that is missing.
    void cacheSetBack(const std::string &account);
    [[nodiscard]] bool cacheIsDoubtful() const;
    void diskFailed(const Error &error);
    void diskWorked() { m_saysDiskFails = false; }
    /// How often the interface was told that a file can't be used, and whether that still stands there.
    [[nodiscard]] int timesTold() const { return m_timesTold; }
    [[nodiscard]] bool saysDiskFails() const { return m_saysDiskFails; }
    void logged(const QString &line);
    void shows(const Screen &screen);

    /// Reads what changed on the disk in this step; whether anything did since the screen was shown.
    [[nodiscard]] bool readNews();
    /// Everything that can be said after a step.
    void afterStep();
    /// The faults have stopped for long enough.
    [[nodiscard]] QString unsettled();
    void mustBeSettled();
    void repeated(bool same); ///< I13
    /// What a rehearsed day must have come to, counted with this invariant.
    void expects(int invariant, bool good, const QString &what) { (void)holds(invariant, good, what); }

    // --- For the person's choices ----------------------------------------------------------------------------------
    [[nodiscard]] std::vector<std::string> cachedInvitations(bool pendingOnly) const;
    [[nodiscard]] std::vector<std::string> cachedClients() const;
    [[nodiscard]] std::vector<QString> operations(bool liveOnly) const;
    /// Those that were sent, refused for now, and can be taken back.
    [[nodiscard]] std::vector<QString> refusedForNow() const;

private:
    struct Kept
    {
        DeskChange row;
        bool acknowledged = false; ///< The person was told that it is kept
        bool takenBack = false;    ///< ... and that it was taken back
        bool undoTried = false;
        bool dismissed = false;
        bool agreed = false;
        bool excused = false; ///< The desk was damaged: what became of it is not known
        bool gone = false;    ///< Not on the desk any more, and rightly so
        Milliseconds mayLeaveAt{0};
        Milliseconds leastLeaveAt{0}; ///< Where the computer can't know that it slept
        QByteArray onTheWire;
        int attempts = 0;
        std::optional<End> answer; ///< By the service's answer to its last attempt
        int restores = 0;          ///< Of the service, when it ended
        bool setBack = false;      ///< Since then, the cache lost what it had
        bool cardDue = false;      ///< Its words were not sent: it was somebody else who did the same
        bool damaged = false;      ///< Its desk was: what it says of it may be older than what happened
        bool waitsAlone = false;   ///< The service told it to wait, or the disk did
        Milliseconds readySince{0};
        bool doneBefore = false; ///< Acked when the files were opened, and the cache that a cut set back has it pending
        qint64 number = 0; ///< In the order in which they were decided
    };
    struct Cached
    {
        qint64 version = 0;
        qint64 pass = 0;
        bool dropped = false;
        bool buried = false; ///< Dropped, and the service said so
        std::string status;
        std::string branch;
        std::string revision;
        std::string operation; ///< That decided it
    };
    struct Words
    {
        QByteArray text;
        bool acknowledged = false; ///< The person was told that they are kept
    };
    struct Account
    {
        std::map<QString, Kept> operations;
        std::map<std::pair<std::string, std::string>, Cached> objects; ///< By kind and id
        std::map<QString, Words> drafts; ///< By invitation
        Pages pages;
        std::string state;
        bool inFullPass = false;
        bool cacheDoubtful = false;
        bool draftsDoubtful = false; ///< The desk was damaged
        bool unsure = false; ///< Since the files were opened a write failed or was cut off: it may be there all the same
    };

    bool holds(int invariant, bool good, const QString &what);
    [[nodiscard]] bool excused() const;
    void readDesk();
    void readCache();
    void deskChanged(const DeskChange &change);
    void rowChanged(Kept &kept, const DeskChange &change);
    void stateChanged(Kept &kept, const DeskChange &change);
    void ended(Kept &kept, const DeskChange &change);
    void checkEnd(const Kept &kept, const DeskChange &change);
    [[nodiscard]] Remembered remembered(const DeskChange &row) const;
    /// By the computer's own clock: it must not leave any more.
    [[nodiscard]] bool isTooLate(const DeskChange &row) const;
    void looked();
    [[nodiscard]] bool isDoneBefore(const Kept &kept) const;
    [[nodiscard]] bool waitsForAnother(const Kept &kept) const;
    [[nodiscard]] bool hasEffect(const QString &operation) const;
    [[nodiscard]] bool isDueACard(const DeskChange &change) const;
    [[nodiscard]] static bool mustBeShown(const Kept &kept, const DeskChange &row);
    void checkRows();
    void checkPace();
    void draftChanged(const DeskChange &change);
    void checkDrafts(const std::vector<DeskChange> &changes);
    void draftsSurvived(const std::vector<DeskChange> &rows, const std::vector<DeskChange> &drafts);
    void draftSurvived(const QString &invitation, const Words &words, const DeskChange *there, bool decided);
    void rowDeleted(Kept &kept, const DeskChange &change);
    void survived(const std::vector<DeskChange> &rows);
    void survivedOne(const QString &id, Kept &kept, const DeskChange *row);
    void holdBegins(Kept &kept);
    [[nodiscard]] Kept *find(const QString &operation);
    void cacheChanged(const CacheChange &change);
    void putObject(const CacheChange &change);
    void feedMoved(const CacheChange &change);
    void pageIsThere(const Pages::Page &page);
    void checkDesk();
    void checkCards();
    void checkDone();
    void checkLosses();
    void checkBadge();
    void decided(const Service::Decided &decision);
    [[nodiscard]] std::map<BranchId, qint64> recount() const;
    [[nodiscard]] QString cacheDifference();
    [[nodiscard]] QString columnDifference(const std::string &kind);

    VirtualClock &m_clock;
    Service &m_service;
    Tally &m_tally;
    Trace &m_trace;
    std::optional<Violation> m_violation;
    std::map<std::string, Account> m_accounts;
    Account *m_account = nullptr;
    std::string m_accountName;
    std::unique_ptr<DeskProbe> m_desk;
    std::unique_ptr<CacheProbe> m_cache;
    Screen m_screen;
    Pace m_pace;
    std::deque<Milliseconds> m_requests; ///< Since the person did something
    Milliseconds m_troubledUntil{0};     ///< The disk failed a moment ago
    Milliseconds m_setBackUntil{0};      ///< The clock was set back a moment ago: a sleep can't be told
    qint64 m_lastNumber = 0;
    int m_timesTold = 0;
    bool m_saysDiskFails = false;
    bool m_running = false;
    bool m_hasLooked = false; ///< Since the files were opened the feed came to its end
    bool m_news = false;
};

} // namespace simulation
