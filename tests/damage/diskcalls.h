#pragma once

#include "tests/simulation/disk.h"

/// Renames, removals and syncs that go past SQLite (Qt's, the store's own) ask this disk as SQLite's do: a program that is
/// dead does none of them, and what was synced is known. nullptr: nobody is asked.
void routeCallsTo(simulation::Disk *disk);
