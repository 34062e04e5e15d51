#pragma once

#include "tests/sandbox/samples.h"
#include "tests/sandbox/world.h"

#include <string>
#include <vector>

namespace sandbox {

/// A world in memory with Harbour & Vale in it, a clock that stands still and ids that count: for tests.
class TestWorld
{
public:
    explicit TestWorld(const std::string &path = ":memory:");

    World &operator*() { return m_world; }
    World *operator->() { return &m_world; }

    Person person(const std::string &key);
    /// An invitation to London unless `members` say otherwise; its id.
    std::string invitation(const Json &members = Json::object());
    /// A connected client of London; its id.
    std::string client(const Json &members = Json::object());
    Json object(const std::string &kind, const std::string &id);

    Answer operate(const std::string &key, const std::string &id, const Json &body);
    /// With names that nobody used before.
    Answer operate(const std::string &key, const Json &body) { return operate(key, newName(), body); }
    std::string newName();
    /// Bodies that are right.
    Json accept(const std::string &invitation);
    Json reject(const std::string &invitation);
    Json onClient(const char *type, const std::string &client) const;

    struct Reading
    {
        std::vector<Json> changes;
        std::string state;
        Json pending;
        int pages = 0;
    };
    /// All pages from a state on; empty: everything.
    Reading read(const std::string &key, const std::string &since = {}, int limit = 500);

    Millis now = 1795426200000; // 2026-11-23T09:30:00Z
    std::vector<Commit> commits;

private:
    int m_ids = 0;
    int m_names = 0;
    World m_world;
};

Json bodyOf(const Answer &answer);
std::string codeOf(const Answer &answer);
/// Whether a change of this kind and id is among them.
bool brings(const std::vector<Json> &changes, const std::string &kind, const std::string &id);
/// Last such change; null where there is none.
Json changeOf(const std::vector<Json> &changes, const std::string &kind, const std::string &id);

} // namespace sandbox
