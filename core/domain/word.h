#pragma once

#include <QString>

/// A word from a list of the service's that may grow: what we know of it, and the word itself, kept and shown as it came.
/// `Enum` has a member Unknown.
template <class Enum>
struct Word
{
    Enum known = Enum::Unknown;
    QString text;

    friend bool operator==(const Word &, const Word &) = default;
    friend bool operator==(const Word &word, Enum value) { return word.known == value; }
};
