#include "tests/sandbox/ledger.h"

#include "tests/sandbox/files.h"

#include <fstream>

namespace sandbox {

namespace {

constexpr std::size_t keptRequests = 1000;

/// What counts together: ids would make every count a one.
std::string countName(const std::string &method, const std::string &path, int status)
{
    const std::string operations = "/v1/operations/";
    const bool operation = path.compare(0, operations.size(), operations) == 0;
    return method + " " + (operation ? operations + "*" : path) + " " + std::to_string(status);
}

} // namespace

Ledger::Ledger(const std::filesystem::path &file)
    : m_file(file)
{
    std::ifstream lines(m_file);
    for (std::string line; std::getline(lines, line);) {
        Json entry = Json::parse(line, nullptr, false);
        const std::string kind = stringAt(entry, "entry");
        if (kind == "attempt")
            m_attempts.push_back(entry["attempt"]);
        else if (kind == "effect")
            m_effects.push_back(entry["effect"]);
        else if (kind == "answer" && entry.value("number", m_attempts.size()) < m_attempts.size())
            m_attempts[entry["number"].get<std::size_t>()].update(entry["answer"]);
    }
}

void Ledger::keep(const Json &line)
{
    if (!m_file.empty())
        std::ofstream(m_file, std::ios::app) << text(line) << '\n';
}

std::size_t Ledger::attempted(Millis at, const std::string &person, const std::string &operationId,
                              const std::string &body)
{
    const std::lock_guard lock(m_mutex);
    m_attempts.push_back({{"at", at},
                          {"time", rfc3339(at)},
                          {"person", person},
                          {"operationId", operationId},
                          {"sha256", sha256(body)},
                          {"body", body},
                          {"status", 0},
                          {"delivered", false}});
    keep({{"entry", "attempt"}, {"attempt", m_attempts.back()}});
    return m_attempts.size() - 1;
}

void Ledger::answered(std::size_t attempt, int status, bool delivered)
{
    const std::lock_guard lock(m_mutex);
    if (attempt >= m_attempts.size())
        return;
    const Json answer{{"status", status}, {"delivered", delivered}};
    m_attempts[attempt].update(answer);
    keep({{"entry", "answer"}, {"number", attempt}, {"answer", answer}});
}

void Ledger::effected(const Effect &effect)
{
    const std::lock_guard lock(m_mutex);
    m_effects.push_back({{"at", effect.at},
                         {"time", rfc3339(effect.at)},
                         {"operationId", effect.operationId},
                         {"actor", effect.actor},
                         {"action", effect.action},
                         {"kind", effect.kind},
                         {"id", effect.id}});
    keep({{"entry", "effect"}, {"effect", m_effects.back()}});
}

void Ledger::requested(Millis at, const std::string &method, const std::string &path, int status)
{
    const std::lock_guard lock(m_mutex);
    if (m_requests.size() == keptRequests)
        m_requests.erase(m_requests.begin());
    m_requests.push_back({{"at", at}, {"method", method}, {"path", path}, {"status", status}});
    ++m_counts[countName(method, path, status)];
    ++m_total;
}

Json Ledger::operations() const
{
    const std::lock_guard lock(m_mutex);
    return {{"attempts", m_attempts}, {"effects", m_effects}};
}

Json Ledger::requests() const
{
    const std::lock_guard lock(m_mutex);
    return {{"total", m_total}, {"counts", m_counts}, {"requests", m_requests}};
}

void Ledger::clear()
{
    const std::lock_guard lock(m_mutex);
    m_attempts.clear();
    m_effects.clear();
    if (!m_file.empty())
        std::ofstream(m_file, std::ios::trunc).flush();
}

void Ledger::clearRequests()
{
    const std::lock_guard lock(m_mutex);
    m_requests.clear();
    m_counts.clear();
    m_total = 0;
}

} // namespace sandbox
