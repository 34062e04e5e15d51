#include "tests/sandbox/site.h"

namespace sandbox {

namespace {

std::filesystem::path madeDirectory(const std::filesystem::path &directory)
{
    std::filesystem::create_directories(directory);
    return directory;
}

} // namespace

Site::Site(const std::filesystem::path &directory, IdSource ids)
    : ledger(madeDirectory(directory) / "ledger.jsonl")
    , mail(directory / "mail")
    , events(bell, [this](int connection) { return isOpen(connection) && !m_closing; })
    , m_world((directory / "world.db").string(), [this] { return clock.now(); }, std::move(ids))
{
    m_world.practice().setListener([this](const Commit &commit) { committed(commit); });
}

void Site::committed(const Commit &commit)
{
    for (const Effect &effect : commit.effects)
        ledger.effected(effect);
    for (const Notice &notice : commit.notices)
        mail.deliver(notice);
    events.publish(commit, m_world);
}

bool Site::isOpen(int connection) const
{
    return !m_closing && (m_relay == nullptr || m_relay.load()->isOpen(connection));
}

void Site::cut(int connection, bool reset)
{
    if (m_relay != nullptr)
        m_relay.load()->cut(connection, reset);
}

std::string Site::minimumClient()
{
    const std::lock_guard lock(m_worldMutex);
    return m_minimumClient;
}

void Site::setMinimumClient(const std::string &version)
{
    const std::lock_guard lock(m_worldMutex);
    m_minimumClient = version;
}

void Site::close()
{
    bell.ring([this] { m_closing = true; });
}

} // namespace sandbox
