#pragma once

/// Has screen readers told the name of every QComboBox that has one. On Linux Qt gives the current text as the name, for
/// its label to be told by a relation; a box without a label would have no name then. Its text is told as its value and
/// its description. Each choice can be chosen by its action, which Qt's own can't. To be called before the box is made:
/// with its first event, a screen reader is given what then speaks for it, for good. May be called again and again.
void speakComboBoxes();
