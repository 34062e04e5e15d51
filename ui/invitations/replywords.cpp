#include "ui/invitations/replywords.h"

#include "ui/common/plaintext.h"
#include "ui/common/sendabletext.h"
#include "ui/common/unseen.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace {

bool speaksOf(const Reason &reason, const QString &word)
{
    return reason.id.text().contains(word, Qt::CaseInsensitive) || reason.label.contains(word, Qt::CaseInsensitive);
}

/// For whoever has the reason that speaks of `word`.
struct Starter
{
    QString word;
    QString name;
    QString text;
};

std::vector<Starter> starterTexts()
{
    return {
        {QStringLiteral("capacity"), ReplyWords::tr("Not taking on new clients"),
         ReplyWords::tr(
             "Thank you for asking us to look after {company}. We are not taking on new clients at {branch} at "
             "the moment, and would rather say so now than keep you waiting.\n\nWe wish you well.\n{accountant}")},
        {QStringLiteral("area"), ReplyWords::tr("Outside our area"),
         ReplyWords::tr(
             "Thank you for asking us to look after {company}. It is outside the area that we serve from "
             "{branch}, and a practice that knows it better will do more for you.\n\nKind regards\n{accountant}")},
        {QStringLiteral("mismatch"), ReplyWords::tr("Services that we don't offer"),
         ReplyWords::tr(
             "Thank you for asking us to look after {company}. What you need is not among the services that we "
             "offer, so we can't take it on as it should be.\n\nKind regards\n{accountant}")},
        {QStringLiteral("conflict"), ReplyWords::tr("We are not able to act"),
         ReplyWords::tr(
             "Thank you for asking us to look after {company}. We are not able to act for you. We can't say more "
             "about the reason; it is no judgement of you or of your business.\n\nKind regards\n{accountant}")},
    };
}

Starter anyStarter()
{
    return {
        {},
        ReplyWords::tr("Thank you, and no"),
        ReplyWords::tr("Thank you, {owner}, for asking us to look after {company}. We are sorry that we can't take it "
                       "on.\n\nKind regards\n{accountant}, {branch}")};
}

/// What a merge field puts into a message: of a name that a stranger wrote, what can be read of it.
QString plainValue(const QString &text)
{
    QString out;
    char32_t before = 0;
    for (const char32_t c : sendable(text).simplified().toUcs4()) {
        const bool isControl = c < 0x20 || (c >= 0x7F && c < 0xA0);
        if (!isControl && !isUnseen(c, before))
            out += QString::fromUcs4(&c, 1);
        before = c;
    }
    return out.simplified();
}

/// The first words in `written` that may tell of another client.
QString disclosure(const QString &written)
{
    const QStringList phrases =
        ReplyWords::tr(
            "our client|another client|other client|existing client|client of ours|clients of ours|we act for|"
            "we also act for|already act for|acting for|we represent|we also represent|competitor|opposing party|"
            "other party|other side",
            "words that may tell of another client, with | between them")
            .split(u'|', Qt::SkipEmptyParts);
    QStringList escaped;
    for (const QString &phrase : phrases)
        escaped << QRegularExpression::escape(phrase.trimmed());
    const QRegularExpression any(QStringLiteral("(?<!\\w)(?:%1)(?!\\w)").arg(escaped.join(u'|')),
                                 QRegularExpression::CaseInsensitiveOption |
                                     QRegularExpression::UseUnicodePropertiesOption);
    return any.match(written).captured();
}

} // namespace

std::vector<ReplyTemplate> ReplyWords::starters(const std::vector<Reason> &reasons)
{
    std::vector<ReplyTemplate> replies;
    for (const Starter &starter : starterTexts()) {
        const auto at = std::find_if(reasons.begin(), reasons.end(), [&](const Reason &reason) {
            return reason.use == ReasonUse::Rejection && speaksOf(reason, starter.word);
        });
        if (at != reasons.end())
            replies.push_back({std::nullopt, at->id, {}, starter.name, starter.text});
    }
    const Starter any = anyStarter();
    replies.push_back({std::nullopt, std::nullopt, {}, any.name, any.text});
    return replies;
}

bool ReplyWords::isConflict(const Reason &reason)
{
    return speaksOf(reason, QStringLiteral("conflict")) ||
           reason.label.contains(tr("conflict of interest"), Qt::CaseInsensitive);
}

QString ReplyWords::caution(const Reason *reason, const QString &written)
{
    QStringList lines;
    if (const QStringList open = fieldsIn(written); !open.isEmpty())
        lines << tr("Still to be filled in: %1.").arg(open.join(QStringLiteral(", ")));
    const bool conflict = reason && isConflict(*reason);
    if (conflict)
        lines << tr(
            "Take care with a conflict of interest: don't name or describe the other client, and don't say what "
            "connects them with this one. That somebody is your client is confidential, too.");
    // With one's own reason, too, it is often what one has in mind.
    if (const QString words = conflict || (reason && reason->textRequired) ? disclosure(written) : QString();
        !words.isEmpty())
        lines << tr("“%1” may tell this client about another one.").arg(oneLine(words));
    return lines.join(u'\n');
}

MergeValues ReplyWords::values(const InvitationDetails &details, const QString &accountant)
{
    const Invitation &invitation = details.invitation;
    return {plainValue(invitation.companyName), plainValue(invitation.ownerName),
            details.branch ? plainValue(details.branch->name) : QString(), plainValue(accountant)};
}

QString ReplyWords::missing(const ReplyTemplate &reply)
{
    if (isBlank(reply.name))
        return tr("Give it a name.");
    if (codePoints(reply.name) > Most::templateName)
        return tr("The name is longer than %Ln characters.", nullptr, Most::templateName);
    if (isBlank(reply.text))
        return tr("Write its text.");
    if (codePoints(reply.text) > Most::templateText)
        return tr("The text is longer than %Ln characters.", nullptr, Most::templateText);
    const QStringList unknown = unknownFieldsIn(reply.text);
    if (unknown.isEmpty())
        return {};
    QStringList known;
    for (const MergeField field : mergeFields)
        known << mergeToken(field);
    return tr("There is no field %1. The fields are %2.")
        .arg(oneLine(unknown.front(), 60), known.join(QStringLiteral(", ")));
}

QString ReplyWords::reasonName(const std::optional<ReasonId> &id, const std::vector<Reason> &reasons)
{
    if (!id)
        return tr("For any reason");
    for (const Reason &reason : reasons) {
        if (reason.id == *id)
            return oneLine(reason.label);
    }
    return tr("For a reason that is no longer offered");
}

QString ReplyWords::languageName(const QString &code)
{
    if (code.isEmpty())
        return {};
    const QLocale locale(code);
    return locale.language() == QLocale::C ? oneLine(code, 20) : locale.nativeLanguageName();
}

QStringList ReplyWords::languages()
{
    // Those that the clients of European practices write most, and the world's largest.
    QStringList codes{QStringLiteral("ar"),    QStringLiteral("bg"), QStringLiteral("cs"),    QStringLiteral("cy"),
                      QStringLiteral("da"),    QStringLiteral("de"), QStringLiteral("el"),    QStringLiteral("en-GB"),
                      QStringLiteral("en-US"), QStringLiteral("es"), QStringLiteral("et"),    QStringLiteral("fi"),
                      QStringLiteral("fr"),    QStringLiteral("ga"), QStringLiteral("he"),    QStringLiteral("hi"),
                      QStringLiteral("hr"),    QStringLiteral("hu"), QStringLiteral("it"),    QStringLiteral("ja"),
                      QStringLiteral("ko"),    QStringLiteral("lt"), QStringLiteral("lv"),    QStringLiteral("nb"),
                      QStringLiteral("nl"),    QStringLiteral("pl"), QStringLiteral("pt-BR"), QStringLiteral("pt-PT"),
                      QStringLiteral("ro"),    QStringLiteral("ru"), QStringLiteral("sk"),    QStringLiteral("sl"),
                      QStringLiteral("sv"),    QStringLiteral("tr"), QStringLiteral("uk"),    QStringLiteral("zh-CN")};
    std::sort(codes.begin(), codes.end(), [](const QString &a, const QString &b) {
        return QString::localeAwareCompare(languageName(a).toLower(), languageName(b).toLower()) < 0;
    });
    return codes;
}

QString ReplyWords::fieldName(MergeField field)
{
    switch (field) {
    case MergeField::Company:
        return tr("Company");
    case MergeField::Owner:
        return tr("Owner");
    case MergeField::Branch:
        return tr("Branch");
    case MergeField::Accountant:
        return tr("Accountant");
    }
    return {};
}
