#pragma once

#include "core/session/session.h"
#include "ui/common/rowslots.h"

#include <QAbstractTableModel>

#include <set>

/// One of the session's lists as a model of one column: rows come in pages, around what is looked at, and changes come
/// as exact signals. The only reset is a new view. A row that is not here yet says "Loading", also to a screen reader.
class PagedModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr qsizetype pageRows = 128;

    enum Role {
        LoadedRole = Qt::UserRole, ///< bool
        FirstOwnRole
    };

    PagedModel(Session &session, ListKind kind, QObject *parent);

    /// Asks for another view. What is shown stays until it is there; a newer request replaces this one.
    void open(const ListQuery &query);
    /// The view that was asked for last.
    [[nodiscard]] const ListQuery &query() const { return m_query; }
    [[nodiscard]] bool isOpening() const { return m_generation != m_shown; }
    /// A view has been shown since the model was made.
    [[nodiscard]] bool isOpened() const { return m_shown != 0; }
    /// Only the beginning of the view is here yet.
    [[nodiscard]] bool isLimited() const { return m_limited; }
    [[nodiscard]] size_t loadedRows() const { return m_rows.loaded(); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void opened();
    /// Around the signals of a change within the view, so that a view can keep its place.
    void changeBegun();
    void changeEnded();

protected:
    /// A fact of a row that is here.
    [[nodiscard]] virtual QVariant rowData(const Row &row, int role) const = 0;
    [[nodiscard]] Session &session() const { return m_session; }
    /// Null where the row is not here.
    [[nodiscard]] const Row *rowAt(int row) const { return row < 0 || row >= rowCount() ? nullptr : m_rows.look(row); }

private:
    void applyOpened(const ListOpened &list);
    void applyPage(const RowPage &page);
    void applyChanges(const ChangeSet &changes);
    void applyDiff(const ListDiff &diff);
    [[nodiscard]] bool fits(const ListStep &step) const;
    void applyStep(const ListStep &step);
    void applyMove(int from, int to);
    void applyReorder(const std::vector<quint32> &order);
    void put(qsizetype first, const std::vector<Row> &rows);
    void announce(qsizetype first, qsizetype count);
    void want(qsizetype row) const;
    void askForWanted();
    void askAgain();

    Session &m_session;
    const ListKind m_kind;
    ListQuery m_query;
    quint64 m_generation = 0; ///< Asked for
    quint64 m_shown = 0;      ///< Shown; 0: nothing yet
    bool m_limited = false;
    RowSlots m_rows;
    mutable std::vector<qsizetype> m_wanted; ///< Pages that were looked at, the last one last
    std::set<qsizetype> m_asked;             ///< Pages that are on their way
};
