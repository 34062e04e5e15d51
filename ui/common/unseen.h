#pragma once

#include <QString>

/// Characters that a reader can't see or that turn the direction of what follows: two names that differ only in them
/// look the same.

/// Whether `c`, standing after `before` (0: at the beginning), has to be made visible. Joiners, variation selectors and
/// tags stay where writing needs them: in emoji, and in the scripts that join letters.
[[nodiscard]] bool isUnseen(char32_t c, char32_t before);

/// "<U+202E>": how such a character is shown.
[[nodiscard]] QString codePoint(char32_t c);
