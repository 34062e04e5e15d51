#include "tests/store/listmirror.h"

#include "tests/support/catch.h"

void applyStep(std::vector<qint64> &rows, const ListStep &step, const std::vector<qint64> &inserted)
{
    const auto size = qsizetype(rows.size());
    const auto at = [&](qsizetype i) { return rows.begin() + i; };
    switch (step.kind) {
    case ListStep::Kind::Insert:
        REQUIRE((step.first >= 0 && step.first <= size && step.count > 0));
        REQUIRE(qsizetype(inserted.size()) == step.count);
        rows.insert(at(step.first), inserted.begin(), inserted.end());
        break;
    case ListStep::Kind::Remove:
        REQUIRE((step.first >= 0 && step.count > 0 && step.first + step.count <= size));
        rows.erase(at(step.first), at(step.first + step.count));
        break;
    case ListStep::Kind::Move: {
        REQUIRE((step.first >= 0 && step.first < size && step.to >= 0 && step.to < size && step.first != step.to));
        const qint64 row = rows[size_t(step.first)];
        rows.erase(at(step.first));
        rows.insert(at(step.to), row);
        break;
    }
    case ListStep::Kind::Change:
        REQUIRE((step.first >= 0 && step.count > 0 && step.first + step.count <= size));
        break;
    case ListStep::Kind::Reorder: {
        REQUIRE(qsizetype(step.order.size()) == size);
        std::vector<qint64> reordered;
        std::vector<bool> used(rows.size(), false);
        for (const quint32 old : step.order) {
            REQUIRE((old < rows.size() && !used[old]));
            used[old] = true;
            reordered.push_back(rows[old]);
        }
        rows = std::move(reordered);
        break;
    }
    }
}
