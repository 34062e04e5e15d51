#include "core/domain/mergefields.h"

#include <optional>

namespace {

std::optional<MergeField> fieldOf(const QString &token)
{
    for (const MergeField field : mergeFields) {
        if (token == mergeToken(field))
            return field;
    }
    return std::nullopt;
}

/// The next token at or after `from`: from a brace to the brace that closes it on the same line. Empty: there is none.
QString nextToken(const QString &text, qsizetype from, qsizetype &at)
{
    for (at = text.indexOf(u'{', from); at >= 0; at = text.indexOf(u'{', at + 1)) {
        for (qsizetype end = at + 1; end < text.size() && text.at(end) != u'{' && text.at(end) != u'\n'; ++end) {
            if (text.at(end) == u'}')
                return text.mid(at, end - at + 1);
        }
    }
    return {};
}

QStringList tokensIn(const QString &text, bool known)
{
    QStringList tokens;
    qsizetype done = 0;
    qsizetype at = 0;
    for (QString token = nextToken(text, 0, at); !token.isEmpty(); token = nextToken(text, done, at)) {
        done = at + token.size();
        if (fieldOf(token).has_value() == known && !tokens.contains(token))
            tokens << token;
    }
    return tokens;
}

const QString &valueOf(MergeField field, const MergeValues &values)
{
    switch (field) {
    case MergeField::Company:
        return values.company;
    case MergeField::Owner:
        return values.owner;
    case MergeField::Branch:
        return values.branch;
    case MergeField::Accountant:
        return values.accountant;
    }
    return values.company;
}

bool isWordAt(const QString &text, qsizetype at)
{
    return at >= 0 && at < text.size() && (text.at(at).isLetterOrNumber() || text.at(at).isSurrogate());
}

/// The field whose value stands at `at` as whole words; the longest, where one begins with another.
std::optional<MergeField> fieldAt(const QString &text, qsizetype at, const MergeValues &values)
{
    std::optional<MergeField> found;
    for (const MergeField field : mergeFields) {
        const QString &value = valueOf(field, values);
        const bool stands = value.size() > 1 && QStringView(text).mid(at).startsWith(value) &&
                            !(isWordAt(text, at - 1) && isWordAt(value, 0)) &&
                            !(isWordAt(text, at + value.size()) && isWordAt(value, value.size() - 1));
        if (stands && (!found || valueOf(*found, values).size() < value.size()))
            found = field;
    }
    return found;
}

} // namespace

QString mergeToken(MergeField field)
{
    switch (field) {
    case MergeField::Company:
        return QStringLiteral("{company}");
    case MergeField::Owner:
        return QStringLiteral("{owner}");
    case MergeField::Branch:
        return QStringLiteral("{branch}");
    case MergeField::Accountant:
        return QStringLiteral("{accountant}");
    }
    return {};
}

QStringList fieldsIn(const QString &text)
{
    return tokensIn(text, true);
}

QStringList unknownFieldsIn(const QString &text)
{
    return tokensIn(text, false);
}

QString merged(const QString &text, const MergeValues &values)
{
    QString out;
    qsizetype done = 0;
    qsizetype at = 0;
    for (QString token = nextToken(text, 0, at); !token.isEmpty(); token = nextToken(text, done, at)) {
        out += QStringView(text).mid(done, at - done);
        const std::optional<MergeField> field = fieldOf(token);
        const QString value = field ? valueOf(*field, values) : QString();
        out += value.isEmpty() ? token : value;
        done = at + token.size();
    }
    out += QStringView(text).mid(done);
    return out;
}

QString withFields(const QString &text, const MergeValues &values)
{
    QString out;
    for (qsizetype at = 0; at < text.size();) {
        const std::optional<MergeField> field = fieldAt(text, at, values);
        out += field ? mergeToken(*field) : QString(text.at(at));
        at += field ? valueOf(*field, values).size() : 1;
    }
    return out;
}
