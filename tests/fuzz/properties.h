#pragma once

#include <QByteArray>
#include <QString>

#include <array>

/// What must hold of each parser of the wire, for any bytes: libFuzzer looks for bytes for which it does not, and the
/// suite replays the corpora. Each takes the fuzzer's bytes and returns what was broken, in a sentence; empty where all
/// held. Pure.

/// A page of changes. And the bytes as one object between two sound ones, which it must not cost.
[[nodiscard]] QString pageFault(const QByteArray &input);
/// The answer to an operation.
[[nodiscard]] QString outcomeFault(const QByteArray &input);
[[nodiscard]] QString sessionFault(const QByteArray &input);
[[nodiscard]] QString problemFault(const QByteArray &input);
/// An event stream: byte 0 says whether (and how far) it is stretched beyond what is kept, byte 1 how often it is cut,
/// that many bytes follow that say where, then the stream.
[[nodiscard]] QString eventsFault(const QByteArray &input);
/// A time of RFC 3339.
[[nodiscard]] QString timeFault(const QByteArray &input);
/// Values of headers, a line each: Retry-After, Date, Content-Type.
[[nodiscard]] QString headersFault(const QByteArray &input);

/// A parser's name, as in corpus/NAME and fuzz_NAME, and its property.
struct FuzzTarget
{
    const char *name;
    QString (*fault)(const QByteArray &input);
};

inline constexpr std::array<FuzzTarget, 7> fuzzTargets{{
    {"page", pageFault},
    {"outcome", outcomeFault},
    {"session", sessionFault},
    {"problem", problemFault},
    {"events", eventsFault},
    {"time", timeFault},
    {"headers", headersFault},
}};
