#include "tests/simulation/disk.h"

#include <algorithm>
#include <filesystem>

#include <sys/stat.h>

namespace simulation {

std::vector<Disk::Entry> Disk::listing() const
{
    std::vector<Entry> entries;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(m_root)) {
        struct stat facts{};
        if (entry.is_regular_file() && ::stat(entry.path().c_str(), &facts) == 0)
            entries.push_back({entry.path().string(), facts.st_ino});
    }
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) { return a.path < b.path; });
    return entries;
}

} // namespace simulation
