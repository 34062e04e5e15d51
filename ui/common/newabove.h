#pragma once

#include <QObject>
#include <QPersistentModelIndex>

#include <vector>

class PagedModel;
class RowList;

/// Which rows came into a list above what is seen of it, where they can't be noticed: counted until they are scrolled to,
/// go, or another view is opened. Made after the list has got its model.
class NewAbove final : public QObject
{
    Q_OBJECT

public:
    /// More are not counted: "99+".
    static constexpr size_t most = 100;

    NewAbove(RowList &list, PagedModel &model, QObject *parent);

    [[nodiscard]] int count() const { return int(m_above.size()); }
    /// Scrolls to the uppermost of them.
    void show();
    void forget();

signals:
    void countChanged(int count);

private:
    void collect(int first, int last);
    void sift();
    void keep(std::vector<QPersistentModelIndex> above);

    RowList &m_list;
    PagedModel &m_model;
    bool m_counting = false; ///< Within a change that may bring new ones
    std::vector<QPersistentModelIndex> m_arrived; ///< In this change
    std::vector<QPersistentModelIndex> m_above;
};
