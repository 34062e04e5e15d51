#include "tests/session/sessionrig.h"
#include "tests/support/builders.h"
#include "tests/support/catch.h"

#include <csignal>

#include <sys/resource.h>

namespace {

/// A disk that takes no byte while this lives.
class FullDisk
{
public:
    FullDisk()
        : m_signal(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit none{0, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &none);
    }
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_signal);
    }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    void (*m_signal)(int);
    rlimit m_before{};
};

std::optional<Draft> draft(SessionRig &rig, const InvitationId &id)
{
    std::optional<Result<std::optional<Draft>>> answer;
    rig.session->loadDraft(id, rig.session.get(), [&answer](const auto &read) { answer = read; });
    REQUIRE(eventually([&answer] { return answer.has_value(); }));
    REQUIRE(*answer);
    return **answer;
}

} // namespace

TEST_CASE("A draft that the disk refuses is said, is still there, and is written when the disk works again", "[drafts]")
{
    SessionRig rig;
    REQUIRE(rig.opensWhole());
    const Draft words{
        builders::invitationId(QStringLiteral("i1")), QStringLiteral("r1"), {}, {}, QStringLiteral("Dear Ada")};
    {
        const FullDisk full;
        rig.session->saveDraft(words);
        REQUIRE(eventually([&] { return !rig.session->overview().trouble.empty(); }));
        CHECK(draft(rig, words.invitationId) == words);
    }

    REQUIRE(eventually([&] { return rig.session->overview().trouble.empty(); }));
    REQUIRE(rig.opensWhole());
    CHECK(draft(rig, words.invitationId) == words);
}
