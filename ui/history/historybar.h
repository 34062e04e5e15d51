#pragma once

#include "core/domain/lists.h"
#include "ui/history/historyperiod.h"

#include <QWidget>

class QButtonGroup;
class QComboBox;
class QLabel;
class QLayout;
class QPushButton;
class QuietLabel;
class SearchField;

/// Above History: search, what became of them, how far back, and the way to the finder.
class HistoryBar final : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryBar(QWidget *parent);

    /// So many are listed; empty: not known yet.
    void setCount(std::optional<qint64> count);
    [[nodiscard]] HistoryFilter outcome() const { return m_outcome; }
    [[nodiscard]] HistoryPeriod period() const;
    [[nodiscard]] QString search() const;
    [[nodiscard]] SearchField &searchField() const { return *m_search; }
    /// Everything again.
    void clear();

signals:
    /// Filter, period or search are others.
    void viewChosen();
    void finderAsked();
    void evidenceAsked();

private:
    [[nodiscard]] QLayout *makeHead();
    [[nodiscard]] QLayout *makeFilters();
    [[nodiscard]] QLayout *makePeriod();
    void addFilter(HistoryFilter outcome, const QString &objectName, const QString &text);

    QLabel *m_title;
    QuietLabel *m_count;
    SearchField *m_search;
    QButtonGroup *m_filters;
    QComboBox *m_period;
    QPushButton *m_finder;
    QPushButton *m_evidence;
    HistoryFilter m_outcome = HistoryFilter::All;
};
