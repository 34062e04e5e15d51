#pragma once

/// Catch2, whichever version the platform has: 2.13 (one header) or 3.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx; // NOLINT: moved into a namespace's header in 3
#else
#include <catch2/catch.hpp>
#endif

#include <QByteArray>
#include <QString>

namespace Catch {
/// Qt's strings as people read them in a failed assertion.
template <>
struct StringMaker<QString>
{
    static std::string convert(const QString &text) { return '"' + text.toStdString() + '"'; }
};
template <>
struct StringMaker<QByteArray>
{
    static std::string convert(const QByteArray &bytes) { return '"' + bytes.toStdString() + '"'; }
};
} // namespace Catch
