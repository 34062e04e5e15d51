#pragma once

#include <QAccessible>
#include <QPersistentModelIndex>
#include <QTableView>

class PagedModel;

/// A list of two-line rows: a table of one column without headers (a million rows cost nothing: no row is measured),
/// one row selected at a time. What comes in above does not move what is read; letters do not search, so that they can
/// be shortcuts. J and K move as the arrows do. Until a person has scrolled it or been in it, and while nothing is
/// selected, it stands at its top.
class RowList : public QTableView
{
    Q_OBJECT

public:
    explicit RowList(QWidget *parent);

    void setModel(QAbstractItemModel *model) override;
    void keyboardSearch(const QString &) override {}
    /// Where the selected row goes: on to the next one (one's own decision took it away), or nowhere.
    void setFollowsRemoval(bool follows) { m_followsRemoval = follows; }
    [[nodiscard]] bool followsRemoval() const { return m_followsRemoval; }
    void select(int row);
    /// So many rows down, or up where negative; the first row where none has been chosen yet.
    void moveBy(int rows);
    [[nodiscard]] bool isAtTop() const;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, 0}; }

signals:
    /// Another row, or -1.
    void rowSelected(int row);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    void layRows();
    void keepPlace();
    void findPlace();
    void tellSelected();
    void tellReader(QAccessible::Event what, int row);
    [[nodiscard]] bool isUntouched() const;

    bool m_followsRemoval = false;
    bool m_touched = false; ///< A person has scrolled it, or been in it with keys or pointer
    QPersistentModelIndex m_anchor; ///< The row that stays where it is through a change
    int m_anchorTop = 0;
};
