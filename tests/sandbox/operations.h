#pragma once

#include "tests/sandbox/answer.h"
#include "tests/sandbox/practice.h"

#include <set>
#include <string>

namespace sandbox {

/// One operation while it is judged.
struct Task
{
    const Person &person;
    const std::string &id; ///< as the client wrote it
    const Json &body;      ///< of the right shape
};

/// The operations of the contract: judged in its order of evaluation, applied at most once, their outcomes kept for
/// ever. Same thread as its Practice.
class Operations
{
public:
    explicit Operations(Practice &practice)
        : m_practice(practice)
    {}

    /// The most code points of a message to a client.
    static constexpr int longestMessage = 2000;

    Answer apply(const Person &person, const std::string &id, const std::string &body);

    /// Makes an operation look as if it were still running, or not any more.
    void setRunning(const std::string &id, bool running);

private:
    Answer known(const StoredOperation &stored, const Person &person, const Json &body) const;
    Answer judge(const Task &task);

    Answer onInvitation(const Task &task);
    Answer accept(const Task &task, const Row &row, Json invitation);
    Answer reject(const Task &task, const Row &row, Json invitation);
    Answer onClient(const Task &task);
    Answer disconnect(const Task &task, const Row &row, Json client);
    Answer assign(const Task &task, const Row &row, Json client);
    Answer removeAccountant(const Task &task, const Row &row, Json client);
    Answer addNote(const Task &task, const Row &row, Json client);
    Answer setFirstStep(const Task &task, const Row &row, Json client);
    Answer regenerateLink(const Task &task);

    std::optional<Answer> memberOfPractice(const Task &task) const;
    std::optional<Answer> reasonFault(const Task &task, const std::string &use) const;
    Answer conflict(const Task &task, std::string_view code, std::string_view title, const Row &current) const;
    Answer outcome(const Task &task, const char *result, const std::vector<Row> &rows) const;
    Answer applied(const Task &task, const char *action, const std::vector<Row> &rows);
    Answer sameDecision(const Task &task, const Row &row) const;
    Json decided(const Task &task, Json invitation, const char *status) const;
    Row connect(const Task &task, const Row &row, const Json &invitation);
    Notice notice(Notice::Kind kind, const Task &task, const Json &party) const;

    Practice &m_practice;
    std::set<std::string> m_running; ///< lower case
};

} // namespace sandbox
