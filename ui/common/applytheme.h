#pragma once

#include <QPalette>

class QApplication;

enum class ThemeChoice { System, Light, Dark };

/// Dresses the program, once, before its first window. Where the platform has a style of its own (Windows, macOS, a
/// desktop with a style plug-in) and `choice` is System, that stays; else Atlas's own style and palette, light or dark
/// as the system's palette is or as chosen.
void applyTheme(QApplication &application, ThemeChoice choice);

/// The palette of our own light or dark look.
[[nodiscard]] QPalette ownPalette(bool dark);
