#pragma once

#include <QString>
#include <QStringList>

#include <array>

/// What a reply template leaves to be filled in: words in braces.
enum class MergeField { Company, Owner, Branch, Accountant };

inline constexpr std::array mergeFields{MergeField::Company, MergeField::Owner, MergeField::Branch,
                                        MergeField::Accountant};

struct MergeValues
{
    QString company;
    QString owner;
    QString branch;
    QString accountant;

    friend bool operator==(const MergeValues &, const MergeValues &) = default;
};

/// "{company}": the same in every language, so that a template works wherever it is taken.
[[nodiscard]] QString mergeToken(MergeField field);

/// The tokens in `text` that are fields, each once.
[[nodiscard]] QStringList fieldsIn(const QString &text);
/// What stands in braces on one line and is no field ("{comapny}"), each once.
[[nodiscard]] QStringList unknownFieldsIn(const QString &text);

/// Each field replaced by its value. What a value holds is text, whatever it looks like: it is not looked at again. A
/// field that has no value stays as it is, for a person to fill in.
[[nodiscard]] QString merged(const QString &text, const MergeValues &values);

/// The other way: where a value stands as words of its own its field stands in its place, so that a template made of a
/// message to one client does not name them to the next.
[[nodiscard]] QString withFields(const QString &text, const MergeValues &values);
