#pragma once

#include <QString>

/// Child programs of the benchmark: each prints "painted" as soon as its window shows rows, then figures as one line of
/// JSON, and ends. They are processes of their own, so that starting one is measured as a person meets it.

/// The program's window on the cache in `dataDir`, with no network.
int runProgramWindow(const QString &dataDir);
/// The yardstick: a bare Qt window with a table of one row.
int runBareWindow();
