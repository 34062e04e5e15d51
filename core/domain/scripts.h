#pragma once

#include <QString>

#include <vector>

/// Which scripts stand in `text` together so that it can pass for another: letters of several in one word (Latin may
/// stand with Japanese, Chinese or Korean, as "highly restrictive" of UTS #39 has it), or a word of Cyrillic or Greek
/// letters that all look like Latin ones beside a Latin word. In the order in which they come; empty: nothing to say.
/// For names, e-mail addresses and hosts.
[[nodiscard]] std::vector<QChar::Script> mixedScripts(const QString &text);

/// The first letters of `text` that are of `script`, at most `most`, each once.
[[nodiscard]] std::vector<char32_t> lettersOf(const QString &text, QChar::Script script, size_t most);
