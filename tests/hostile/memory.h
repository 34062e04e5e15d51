#pragma once

#include <QtGlobal>

/// How much more memory this program had at its worst since this was made than then: resident, so not less than what
/// is its alone (PSS). The server of a test and what it holds count too.
class PeakMemory
{
public:
    PeakMemory();
    /// In MiB; 0 where the system doesn't say, or where a sanitizer keeps what was freed.
    [[nodiscard]] qint64 growth() const;

private:
    qint64 m_before = 0;
};
