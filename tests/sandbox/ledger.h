#pragma once

#include "tests/sandbox/json.h"
#include "tests/sandbox/practice.h"

#include <cstddef>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace sandbox {

/// The evidence: every attempt of an operation as it came, every effect that there was, every request. Attempts and
/// effects are also kept in a file of JSON lines and survive a restart. Any thread.
class Ledger
{
public:
    /// Reads what an earlier run wrote; an empty path keeps nothing.
    explicit Ledger(const std::filesystem::path &file);

    /// Answers the attempt's number.
    std::size_t attempted(Millis at, const std::string &person, const std::string &operationId,
                          const std::string &body);
    /// What was answered and whether it got away; status 0: nothing was answered.
    void answered(std::size_t attempt, int status, bool delivered);
    void effected(const Effect &effect);
    void requested(Millis at, const std::string &method, const std::string &path, int status);

    /// `{"attempts": [...], "effects": [...]}`
    Json operations() const;
    /// `{"total", "counts": {"GET /v1/changes 200": n}, "requests": [...]}`, the latest 1,000 of them.
    Json requests() const;
    void clear();
    void clearRequests();

private:
    void keep(const Json &line);

    mutable std::mutex m_mutex;
    std::filesystem::path m_file;
    std::vector<Json> m_attempts;
    std::vector<Json> m_effects;
    std::vector<Json> m_requests;
    std::map<std::string, int> m_counts;
    std::size_t m_total = 0;
};

} // namespace sandbox
