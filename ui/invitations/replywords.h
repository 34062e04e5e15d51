#pragma once

#include "core/domain/changeset.h"
#include "core/domain/mergefields.h"
#include "core/domain/reply.h"

#include <QCoreApplication>

/// What is said of reply templates and of what is written with a rejection, in words.
class ReplyWords
{
    Q_DECLARE_TR_FUNCTIONS(ReplyWords)

public:
    /// A template that the program brings for each usual reason the service has, and one for any: to be used as they
    /// are, or copied and changed. They have no id. Atlas's e-mail has a greeting already.
    [[nodiscard]] static std::vector<ReplyTemplate> starters(const std::vector<Reason> &reasons);

    /// A conflict of interest, by the reason's id or label.
    [[nodiscard]] static bool isConflict(const Reason &reason);
    /// What to think of before `written` goes to a client; empty: nothing. It forbids nothing.
    [[nodiscard]] static QString caution(const Reason *reason, const QString &written);

    /// What the fields stand for in a reply to this invitation: plain text in one line, without what can't be seen.
    [[nodiscard]] static MergeValues values(const InvitationDetails &details, const QString &accountant);

    /// Why it can't be kept; empty where it can.
    [[nodiscard]] static QString missing(const ReplyTemplate &reply);

    /// "For any reason" / "Capacity full"
    [[nodiscard]] static QString reasonName(const std::optional<ReasonId> &id, const std::vector<Reason> &reasons);
    /// "Deutsch"; empty for any.
    [[nodiscard]] static QString languageName(const QString &code);
    /// BCP 47, in the order of their names.
    [[nodiscard]] static QStringList languages();
    /// "company": what a field's button says
    [[nodiscard]] static QString fieldName(MergeField field);
};
