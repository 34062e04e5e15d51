#include "tests/simulation/jobs.h"

#include <array>
#include <atomic>
#include <chrono>
#include <new>

#include <sys/mman.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

namespace simulation {

namespace {

constexpr int mostJobs = 64;
constexpr int longestSeed = 60; ///< Seconds of the processor: on a busy computer a run waits for long

struct Shared
{
    std::atomic<quint64> next{0};
    std::atomic<bool> stopped{false};
    std::array<std::atomic<quint64>, mostJobs> current{};
};

class SharedSeeds final : public Seeds
{
public:
    SharedSeeds(Shared &shared, int job, quint64 to, double seconds)
        : m_shared(shared)
        , m_job(static_cast<size_t>(job))
        , m_to(to)
        , m_end(std::chrono::steady_clock::now() + std::chrono::milliseconds(static_cast<qint64>(seconds * 1000)))
        , m_timed(seconds > 0)
    {}

    bool take(quint64 &seed) override
    {
        m_shared.current[m_job] = 0;
        const bool timeIsUp = m_timed && std::chrono::steady_clock::now() >= m_end;
        if (m_shared.stopped || timeIsUp)
            return false;
        seed = m_shared.next++;
        if (seed > m_to)
            return false;
        m_shared.current[m_job] = seed;
        const itimerval limit{{0, 0}, {longestSeed, 0}};
        (void)::setitimer(ITIMER_PROF, &limit, nullptr);
        return true;
    }
    void stop() override { m_shared.stopped = true; }

private:
    Shared &m_shared;
    size_t m_job;
    quint64 m_to;
    std::chrono::steady_clock::time_point m_end;
    bool m_timed;
};

struct Child
{
    pid_t process = 0;
    int pipe = -1;
};

void writeAll(int to, const std::string &text)
{
    for (size_t done = 0; done < text.size();) {
        const ssize_t written = ::write(to, text.data() + done, text.size() - done);
        if (written <= 0)
            return;
        done += static_cast<size_t>(written);
    }
}

std::string readAll(int from)
{
    std::string text;
    std::array<char, 4096> buffer{};
    for (ssize_t got = 0; (got = ::read(from, buffer.data(), buffer.size())) > 0;)
        text.append(buffer.data(), static_cast<size_t>(got));
    return text;
}

Child begin(const std::function<std::string(Seeds &)> &work, SharedSeeds seeds)
{
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0)
        return {};
    const pid_t process = ::fork();
    if (process == 0) {
        ::close(ends[0]);
        writeAll(ends[1], work(seeds));
        ::_exit(0);
    }
    ::close(ends[1]);
    return {process, ends[0]};
}

} // namespace

JobsResult runInProcesses(int jobs, quint64 from, quint64 to, double seconds, const std::function<std::string(Seeds &)> &work)
{
    void *memory = ::mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    auto *shared = new (memory) Shared;
    shared->next = from;
    std::vector<Child> children;
    for (int job = 0; job < std::min(jobs, mostJobs); ++job)
        children.push_back(begin(work, SharedSeeds(*shared, job, to, seconds)));
    JobsResult result;
    for (size_t job = 0; job < children.size(); ++job) {
        result.texts.push_back(readAll(children[job].pipe));
        ::close(children[job].pipe);
        int status = 0;
        ::waitpid(children[job].process, &status, 0);
        if (!WIFEXITED(status))
            result.crashed.push_back(shared->current[job]);
    }
    result.next = std::min<quint64>(shared->next, to + 1);
    ::munmap(memory, sizeof(Shared));
    return result;
}

} // namespace simulation
