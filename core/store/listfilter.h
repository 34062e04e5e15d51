#pragma once

#include "core/store/listview.h"
#include "core/store/statement.h"

#include <QStringList>

/// The SQL of a view: which rows belong in it. Pure but for binding.
class ListFilter
{
public:
    /// A search that no index helps shows this many first; a list without a search this many: what can be painted doesn't
    /// wait for what can't be seen yet.
    static constexpr qsizetype firstMatches = 200;
    static constexpr qsizetype firstRows = 2000;

    explicit ListFilter(const ListQuery &query);

    /// Row ids and times of the whole view, in its order where that is one of time (but for those of the same moment,
    /// which the index has by row id: see ListOrder::settleTies()); with the name where it isn't. Where `limited`, the
    /// first matches alone (only where limitable()).
    [[nodiscard]] QString allSql(bool byName, bool limited) const;
    void bindAll(Statement &statement, const ListContext &context) const;

    /// The same of some rows only: bind `:rids`, a JSON array. Reads no index of searched text.
    [[nodiscard]] QString amongSql() const;
    void bindAmong(Statement &statement, const ListContext &context, const std::vector<qint64> &rowids) const;

    /// Row ids of what was sent between two moments: bind `:from` and `:to`. For what time moves over a line.
    [[nodiscard]] QString sentBetweenSql() const;
    void bindSentBetween(Statement &statement, Instant from, Instant to) const;

    [[nodiscard]] QString nameSql() const;
    [[nodiscard]] QString idSql() const;
    [[nodiscard]] const QStringList &words() const { return m_words; }
    /// The order is one that SQL knows, and a search has only words that no index finds.
    [[nodiscard]] bool limitable(bool byName) const;
    [[nodiscard]] qsizetype limit() const { return m_words.isEmpty() ? firstRows : firstMatches; }
    /// Time alone moves rows in and out.
    [[nodiscard]] bool timeMoves() const;

private:
    [[nodiscard]] QString conditions(bool useIndex) const;
    void bindCommon(Statement &statement, const ListContext &context) const;
    [[nodiscard]] QString table() const;
    [[nodiscard]] QString timeColumn() const;
    [[nodiscard]] QStringList historyConditions() const;
    [[nodiscard]] QString from() const;
    [[nodiscard]] QString orderBy(bool byName) const;

    ListQuery m_query;
    QStringList m_words;
    QStringList m_indexed; ///< Of the words, those that the trigram index can find
};

/// Sent then or before: overdue. Sent after that, and less than dueSoonBefore after it: due soon. As urgency() has it.
[[nodiscard]] Instant overdueLine(const ListContext &context);
