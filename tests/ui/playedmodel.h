#pragma once

#include "tests/support/fakesession.h"
#include "ui/common/pagedmodel.h"

class PlainModel final : public PagedModel
{
public:
    explicit PlainModel(Session &session)
        : PagedModel(session, ListKind::Activity, nullptr)
    {}

protected:
    [[nodiscard]] QVariant rowData(const Row &row, int role) const override
    {
        return role == Qt::DisplayRole ? std::get<ActivityRow>(row).actorName : QVariant();
    }
};

inline Row row(int number)
{
    const QString id = QStringLiteral("a%1").arg(number);
    return samples::activityRow(id, id, QStringLiteral("note_added"), {});
}

inline QString textOf(int number)
{
    return QStringLiteral("a%1").arg(number);
}

/// A model whose list the test plays by hand.
struct Played
{
    FakeSession session;
    PlainModel model{session};

    explicit Played(qsizetype total, const std::vector<Row> &firstRows = {})
    {
        session.listsHeld = true;
        open(total, firstRows);
    }
    void open(qsizetype total, const std::vector<Row> &firstRows = {})
    {
        ListQuery query;
        query.kind = ListKind::Activity;
        model.open(query);
        emit session.listOpened({query, generation(), total, false, firstRows});
    }
    [[nodiscard]] quint64 generation() const { return session.opened.size(); }
    void apply(const std::vector<ListStep> &steps, qsizetype total)
    {
        ChangeSet changes;
        changes.lists.push_back({ListKind::Activity, generation(), steps, total});
        emit session.changed(changes);
    }
    [[nodiscard]] QString shown(int at) const { return model.index(at, 0).data().toString(); }
};

inline ListStep step(ListStep::Kind kind, qsizetype first, qsizetype count, std::vector<Row> rows = {},
                     qsizetype to = 0, std::vector<quint32> order = {})
{
    return {kind, first, count, to, std::move(rows), std::move(order)};
}
