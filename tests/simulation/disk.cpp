#include "tests/simulation/disk.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace simulation {

namespace fs = std::filesystem;

namespace {

std::string contentOf(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

const char *faultName(const Disk::Trouble &trouble)
{
    if (trouble.fault == Disk::Fault::Full)
        return "disk full";
    if (trouble.fault == Disk::Fault::CantOpen)
        return "file can't be opened";
    switch (trouble.call) {
    case Disk::Call::Read:
        return "read fails";
    case Disk::Call::Sync:
        return "fsync fails";
    case Disk::Call::Open:
    case Disk::Call::Write:
    case Disk::Call::Truncate:
    case Disk::Call::Delete:
    case Disk::Call::Lock:
    case Disk::Call::Look:
        break;
    }
    return "write fails";
}

} // namespace

Disk::Disk(std::string root, std::function<void(const char *)> fired)
    : m_root(std::move(root))
    , m_fired(std::move(fired))
{
    std::error_code ignored;
    fs::remove_all(m_root, ignored);
    fs::create_directories(m_root, ignored);
}

Disk::~Disk()
{
    std::error_code ignored;
    fs::remove_all(m_root, ignored);
}

Disk::Fault Disk::before(Call call, const std::string &path, qint64 end)
{
    if (m_watched)
        return Fault::None;
    if (const Fault fault = m_fate && !m_dead ? m_fate(call, path, end) : Fault::None; fault != Fault::None) {
        ++m_failures;
        return fault;
    }
    if (call == Call::Lock || call == Call::Look)
        return Fault::None;
    const bool changes = call != Call::Read && call != Call::Open;
    if (m_dead)
        return Fault::InputOutput;
    if (changes) {
        if (m_diesAfter >= 0 && m_diesAfter-- == 0) {
            m_dead = true;
            return Fault::InputOutput;
        }
    }
    const bool fits = m_trouble && m_trouble->call == call && path.ends_with(m_trouble->suffix);
    if (!fits || m_trouble->in-- > 0)
        return Fault::None;
    m_fired(faultName(*m_trouble));
    ++m_failures;
    const Fault fault = m_trouble->fault;
    if (--m_trouble->length <= 0)
        m_trouble.reset();
    else
        m_trouble->in = 0;
    return fault;
}

// --- What is durable ------------------------------------------------------------------------------------------------

void Disk::apply(std::string &content, const Pending &pending)
{
    if (pending.truncates) {
        content.resize(static_cast<size_t>(pending.offset));
        return;
    }
    const auto end = static_cast<size_t>(pending.offset) + pending.bytes.size();
    if (content.size() < end)
        content.resize(end);
    content.replace(static_cast<size_t>(pending.offset), pending.bytes.size(), pending.bytes);
}

void Disk::met(quint64 inode, int)
{
    m_files.try_emplace(inode);
}

void Disk::wrote(quint64 inode, qint64 offset, std::string bytes)
{
    m_files[inode].pending.push_back({offset, std::move(bytes), false});
}

void Disk::truncated(quint64 inode, qint64 size)
{
    m_files[inode].pending.push_back({size, {}, true});
}

void Disk::synced(quint64 inode)
{
    File &file = m_files[inode];
    for (const Pending &pending : file.pending)
        apply(file.durable, pending);
    file.pending.clear();
}

void Disk::folderSynced(const std::string &folder)
{
    std::erase_if(m_entries, [&folder](const auto &entry) { return entry.first.starts_with(folder + '/'); });
    for (const Entry &entry : listing()) {
        if (entry.path.starts_with(folder + '/'))
            m_entries[entry.path] = entry.inode;
    }
}

// --- What is lost ---------------------------------------------------------------------------------------------------

/// Which names stand for which files: what was not synced of a folder may be there or not, each for itself; a file that was
/// renamed stands under one of its names.
std::map<std::string, quint64> Disk::surviving(Chance &chance)
{
    std::map<std::string, quint64> now;
    for (const Entry &entry : listing())
        now[entry.path] = entry.inode;
    std::map<quint64, std::set<std::string>> names;
    for (const auto &entries : {now, m_entries}) {
        for (const auto &[path, inode] : entries)
            names[inode].insert(path);
    }
    // In the order of their names: inode numbers are the computer's own, and no seed's.
    std::map<std::set<std::string>, quint64> files;
    for (const auto &[inode, paths] : names)
        files.emplace(paths, inode); // Of two with the same one name, one was replaced by the other: either is as good
    std::map<std::string, quint64> kept;
    for (const auto &[paths, inode] : files) {
        const std::string &path = *std::next(paths.begin(), chance.below(static_cast<int>(paths.size())));
        const auto before = m_entries.find(path);
        const auto after = now.find(path);
        const bool certain = paths.size() > 1 || (before != m_entries.end() && after != now.end() && before->second == inode &&
                                                  after->second == inode);
        if (!certain) {
            m_fired("power cut with a directory entry not synced");
            if (chance.oneIn(2))
                continue;
        }
        kept.try_emplace(path, inode);
    }
    return kept;
}

/// `how`: 0 nothing that was not synced is there, 1 all of it, 2 a beginning of it, 3 any of its sectors, 4 also torn ones.
std::string Disk::content(const File &file, Chance &chance, int how, qint64 sector)
{
    std::string content = file.durable;
    const int upTo = how == 2 ? chance.below(static_cast<int>(file.pending.size()) + 1) : static_cast<int>(file.pending.size());
    for (int i = 0; i < upTo && how != 0; ++i) {
        const Pending &pending = file.pending[static_cast<size_t>(i)];
        if (how < 3 || pending.truncates) {
            if (how < 3 || chance.oneIn(2))
                apply(content, pending);
            continue;
        }
        for (qint64 from = 0; from < qint64(pending.bytes.size());) {
            const qint64 at = pending.offset + from;
            const qint64 length = std::min(sector - at % sector, qint64(pending.bytes.size()) - from);
            qint64 kept = chance.oneIn(2) ? length : 0;
            if (how == 4 && chance.oneIn(4)) {
                kept = chance.below(static_cast<int>(length));
                m_fired("power cut with a torn sector");
            }
            if (kept > 0)
                apply(content, {at, pending.bytes.substr(size_t(from), size_t(kept)), false});
            from += length;
        }
    }
    return content;
}

void Disk::lose(Loss loss, Chance &chance)
{
    m_dead = false;
    m_diesAfter = -1;
    m_trouble.reset();
    if (loss == Loss::Kill)
        return;
    const int how = chance.below(5);
    const qint64 sector = chance.oneIn(2) ? 512 : 4096;
    std::map<std::string, std::string> contents;
    for (const auto &[path, inode] : surviving(chance)) {
        const File &file = m_files[inode];
        if (!file.pending.empty())
            m_fired(how == 0   ? "power cut, nothing unsynced survives"
                    : how == 1 ? "power cut, all of it survives"
                    : how == 2 ? "power cut between unsynced writes"
                               : "power cut with sectors reordered");
        contents[path] = content(file, chance, how, sector);
    }
    rewrite(contents);
}

void Disk::settle()
{
    m_files.clear();
    m_entries.clear();
    for (const Entry &entry : listing()) {
        m_files[entry.inode].durable = contentOf(entry.path);
        m_entries[entry.path] = entry.inode;
    }
}

void Disk::rewrite(const std::map<std::string, std::string> &contents)
{
    for (const Entry &entry : listing())
        fs::remove(entry.path);
    m_files.clear();
    m_entries.clear();
    for (const auto &[path, content] : contents)
        std::ofstream(path, std::ios::binary) << content;
    for (const Entry &entry : listing()) {
        m_files[entry.inode].durable = contents.at(entry.path);
        m_entries[entry.path] = entry.inode;
    }
}

// --- Damage ---------------------------------------------------------------------------------------------------------

bool Disk::flip(const std::string &path, Chance &chance)
{
    std::string content = contentOf(path);
    if (content.empty())
        return false;
    size_t at = size_t(chance.next() % content.size());
    // A version that this program does not know yet is refused, and left as it is: tests/store. Nothing more would happen.
    constexpr size_t userVersion = 60;
    const bool isVersion = !path.ends_with("-wal") && at >= userVersion && at < userVersion + 4;
    at = isVersion ? userVersion + 4 : at;
    content[at] = static_cast<char>(content[at] ^ (1 << chance.below(8)));
    std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(std::streamoff(at));
    file.put(content[at]);
    file.close();
    for (const Entry &entry : listing()) {
        if (entry.path == path)
            m_files[entry.inode] = File{content, {}};
    }
    return true;
}

bool Disk::removeLog(const std::string &database)
{
    const std::string log = database + "-wal";
    std::error_code ignored;
    if (!fs::exists(log) || fs::file_size(log, ignored) == 0)
        return false;
    m_entries.erase(log);
    return fs::remove(log, ignored);
}

} // namespace simulation
