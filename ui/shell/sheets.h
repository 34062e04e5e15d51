#pragma once

class QWidget;

/// All keyboard shortcuts on one sheet.
void openShortcutSheet(QWidget &parent);
/// What this program is, its version and licence.
void openAbout(QWidget &parent);
