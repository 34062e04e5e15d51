#pragma once

#include "core/domain/overview.h"

#include <QAbstractListModel>

#include <vector>

/// Operations of the outbox, by id: told exactly what came, went, moved or changed, never reset.
class OutboxModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setEntries(const std::vector<OutboxEntry> &entries);
    [[nodiscard]] const OutboxEntry &entry(int row) const { return m_entries[size_t(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// Display: the company; AccessibleText: the row as a sentence.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void removeGone(const std::vector<OutboxEntry> &entries);
    /// Brings `entry` to `row`, from further down where it is there.
    void place(size_t row, const OutboxEntry &entry);
    void insertNew(size_t row, const std::vector<OutboxEntry> &entries, size_t count);

    std::vector<OutboxEntry> m_entries;
};
