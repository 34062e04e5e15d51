#pragma once

#include "core/domain/lists.h"
#include "core/domain/overview.h"

#include <QWidget>

class QActionGroup;
class QButtonGroup;
class QLabel;
class QLayout;
class QMenu;
class QToolButton;
class QuietLabel;
class SearchField;

/// Above the list: what it is and how many are pending, search, filters, sort.
class InvitationBar final : public QWidget
{
    Q_OBJECT

public:
    explicit InvitationBar(QWidget *parent);

    /// `found`: so many pass filter and search; empty where there are none of these.
    void setCounts(const PendingCounts &counts, std::optional<qint64> found = {});
    /// So many have come in above what is seen of the list; 0: nothing is said of it.
    void setNewAbove(int count);
    void setSort(SortOrder sort);
    [[nodiscard]] InvitationFilter filter() const { return m_filter; }
    [[nodiscard]] SortOrder sort() const { return m_sort; }
    [[nodiscard]] QString search() const;
    [[nodiscard]] SearchField &searchField() const { return *m_search; }
    /// Every invitation again.
    void clear();

signals:
    /// Filter, sort or search are others.
    void viewChosen();
    /// To those that have come in above.
    void newAboveAsked();

private:
    [[nodiscard]] QLayout *makeHead();
    [[nodiscard]] QLayout *makeFilters();
    [[nodiscard]] QLayout *makeSearch();
    void makeSort();
    void addFilter(InvitationFilter filter, const QString &objectName);
    void addSort(SortOrder sort, const QString &objectName, const QString &text);
    void chooseFilter(InvitationFilter filter);
    void chooseSort(SortOrder sort);
    void sayFilter(InvitationFilter filter, const QString &text, qint64 count);

    QLabel *m_title;
    QuietLabel *m_count;
    SearchField *m_search;
    QToolButton *m_newAbove;
    QButtonGroup *m_filters;
    QToolButton *m_sortButton;
    QMenu *m_sortMenu;
    QActionGroup *m_sorts;
    InvitationFilter m_filter = InvitationFilter::All;
    SortOrder m_sort = SortOrder::Urgency;
};
