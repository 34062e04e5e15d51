#pragma once

namespace sandbox {

/// The tables of a Store, made where they are missing. An object's version is its row's number: it has one place in the
/// feed, that of its last change, and the feed is the table read from a place on.
constexpr auto storeSchema = R"(
CREATE TABLE IF NOT EXISTS objects (
    version INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    branch TEXT NOT NULL,
    former_branch TEXT NOT NULL,
    status TEXT NOT NULL,
    match TEXT NOT NULL,
    expires_at INTEGER,
    removed INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX IF NOT EXISTS objects_name ON objects (kind, id);
CREATE INDEX IF NOT EXISTS objects_match ON objects (match) WHERE match <> '';
CREATE INDEX IF NOT EXISTS objects_expiry ON objects (expires_at) WHERE expires_at IS NOT NULL;
CREATE TABLE IF NOT EXISTS operations (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    request TEXT NOT NULL,
    status INTEGER NOT NULL,
    answer TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS notes (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
)";

} // namespace sandbox
