#pragma once

#include <QString>

class FactSheet;
class WrapLabel;

/// What of a stranger may be made to look like somebody else.
struct NamesToCheck
{
    QString company;
    QString owner;
    QString email;
};

/// Whose letters are of several alphabets that look alike, in a sentence each; empty where none are.
[[nodiscard]] QString mixedLettersWarning(const NamesToCheck &names);
/// Which letters those are: "А (U+0410)". For a tooltip.
[[nodiscard]] QString mixedLetters(const NamesToCheck &names);

/// Shows the warning as the fact `value` of the sheet, with the letters in its tooltip; hides it where there is none.
void warnOfMixedLetters(FactSheet &facts, WrapLabel &value, const NamesToCheck &names);
