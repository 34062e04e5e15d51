#pragma once

class QAbstractButton;

/// How much a button stands out. Our own style paints it; a platform's style keeps its own buttons, where the default
/// button of a dialog stands out anyway.
enum class ButtonWeight {
    Normal,
    Primary, ///< The one thing to do here
    Quiet,   ///< Without a frame until the pointer or the focus is on it
};

void setWeight(QAbstractButton &button, ButtonWeight weight);
[[nodiscard]] ButtonWeight weightOf(const QAbstractButton &button);
