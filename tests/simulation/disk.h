#pragma once

#include "tests/simulation/chance.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace simulation {

/// A computer's disk under the databases. What is written shows at once (the page cache); what of it would survive a
/// power cut is kept beside it: contents as of the last fsync, directory entries as of the last fsync of the folder.
/// The files themselves lie in memory (tmpfs), so that what is done to them past SQLite (renames, copies) counts too.
class Disk
{
public:
    enum class Call { Open, Read, Write, Truncate, Sync, Delete, Lock, Look };
    /// What the call fails with; None: it works.
    enum class Fault { None, InputOutput, Full, CantOpen, Busy };
    enum class Loss { Kill, PowerCut };

    /// `root`: an empty folder of this disk's own. `fired` is told the name of each fault that had its effect.
    Disk(std::string root, std::function<void(const char *)> fired);
    ~Disk();
    Disk(const Disk &) = delete;
    Disk &operator=(const Disk &) = delete;

    [[nodiscard]] const std::string &root() const { return m_root; }

    // --- What the file system of SQLite tells and asks ------------------------------------------------------------
    /// Asked before each call. A dead program's calls fail. `end`: of a write, how long the file is after it at least.
    [[nodiscard]] Fault before(Call call, const std::string &path, qint64 end = 0);
    void wrote(quint64 inode, qint64 offset, std::string bytes);
    void truncated(quint64 inode, qint64 size);
    void synced(quint64 inode);
    void folderSynced(const std::string &folder);
    /// The file was opened: what is not known of it was not synced.
    void met(quint64 inode, int descriptor);

    // --- What goes wrong ------------------------------------------------------------------------------------------
    struct Trouble
    {
        Call call = Call::Write; ///< Full: writes; CantOpen: opens
        Fault fault = Fault::InputOutput;
        std::string suffix; ///< Of the paths that it hits; empty: all
        int in = 0;         ///< Calls that still work
        int length = 1;     ///< Calls that fail then
    };
    void setTrouble(std::optional<Trouble> trouble) { m_trouble = std::move(trouble); }
    /// Decides over each call by itself; Fault::None: it works.
    using Fate = std::function<Fault(Call call, const std::string &path, qint64 end)>;
    void setFate(Fate fate) { m_fate = std::move(fate); }
    /// While somebody looks from outside, nothing fails.
    void setWatched(bool watched) { m_watched = watched; }
    /// All that lies there now, whoever put it there, is on the disk.
    void settle();
    /// After so many more changes of the disk, the program is dead: nothing it does arrives any more.
    void dieAfter(int changes) { m_diesAfter = changes; }
    void die() { m_dead = true; }
    [[nodiscard]] bool isDead() const { return m_dead; }
    /// The program's files are closed: what is lost is lost, and the computer works again.
    void lose(Loss loss, Chance &chance);
    /// One bit of a file is another. False where there is none.
    [[nodiscard]] bool flip(const std::string &path, Chance &chance);
    [[nodiscard]] bool removeLog(const std::string &database);

    /// How many calls have failed.
    [[nodiscard]] long long failures() const { return m_failures; }

private:
    struct Pending
    {
        qint64 offset = 0;
        std::string bytes;
        bool truncates = false;
    };
    struct File
    {
        std::string durable;
        std::vector<Pending> pending;
    };
    struct Entry
    {
        std::string path;
        quint64 inode = 0;
    };

    [[nodiscard]] std::vector<Entry> listing() const;
    [[nodiscard]] std::map<std::string, quint64> surviving(Chance &chance);
    [[nodiscard]] std::string content(const File &file, Chance &chance, int how, qint64 sector);
    void rewrite(const std::map<std::string, std::string> &contents);
    static void apply(std::string &content, const Pending &pending);

    std::string m_root;
    std::function<void(const char *)> m_fired;
    std::map<quint64, File> m_files;
    std::map<std::string, quint64> m_entries; ///< As of the last fsync of their folder
    std::optional<Trouble> m_trouble;
    Fate m_fate;
    bool m_watched = false;
    bool m_dead = false;
    int m_diesAfter = -1;
    long long m_failures = 0;
};

} // namespace simulation
