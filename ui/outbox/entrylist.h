#pragma once

#include "core/domain/overview.h"

#include <QFrame>
#include <QScrollArea>

#include <functional>

class OutboxModel;
class QPushButton;
class QVBoxLayout;

/// Something that shows one operation and can be told of its change.
class EntryWidget : public QFrame
{
    Q_OBJECT

public:
    using QFrame::QFrame;
    virtual void setEntry(const OutboxEntry &entry, Instant now) = 0;
};

/// The model's rows as widgets, so that each has real buttons, for a keyboard and a screen reader too. Only the first
/// few dozen are made; a button brings more: thousands may wait.
class EntryList final : public QScrollArea
{
    Q_OBJECT

public:
    using Maker = std::function<EntryWidget *(QWidget *parent)>;
    using Clock = std::function<Instant()>;

    EntryList(OutboxModel &model, Maker maker, Clock clock, QWidget *parent);

    /// Below the rows; given to the list.
    void addBelow(QWidget *widget);
    void setSpacing(int spacing);

    static constexpr int step = 40;

private:
    void insertRows(const QModelIndex &parent, int first, int last);
    void removeRows(const QModelIndex &parent, int first, int last);
    void changeRows(const QModelIndex &from, const QModelIndex &to);
    void moveRow(const QModelIndex &parent, int first, int last, const QModelIndex &newParent, int to);
    void fill();

    [[nodiscard]] EntryWidget *widgetAt(int row) const;

    OutboxModel &m_model;
    const Maker m_make;
    const Clock m_clock;
    QVBoxLayout *m_rows;
    QVBoxLayout *m_below;
    QPushButton *m_more;
    int m_most = step;
};
