#pragma once

#include "core/domain/insight.h"
#include "ui/insight/barchart.h"

#include <QCoreApplication>
#include <QDate>

/// Counts as charts, as tables and in words.
class InsightFigures
{
    Q_DECLARE_TR_FUNCTIONS(InsightFigures)

public:
    struct Figures
    {
        QStringList heads;
        std::vector<QStringList> rows;
    };
    struct Line
    {
        QString name;
        QString shortName; ///< Below a bar
        InsightCounts counts;
    };

    [[nodiscard]] static std::vector<Line> byMonth(const Insight &insight, const std::vector<QDate> &months);
    [[nodiscard]] static std::vector<Line> byBranch(const Insight &insight);

    [[nodiscard]] static BarData states(const std::vector<Line> &lines);
    [[nodiscard]] static BarData origins(const std::vector<Line> &lines);
    /// Median hours to an answer; nothing where there is none.
    [[nodiscard]] static BarData times(const std::vector<Line> &lines);
    [[nodiscard]] static BarData reasons(const Insight &insight);
    [[nodiscard]] static Figures table(const QString &first, const std::vector<Line> &lines);
    [[nodiscard]] static Figures reasonTable(const Insight &insight);

    /// "214 received · 150 accepted (70 %) · …"
    [[nodiscard]] static QString summary(const InsightCounts &counts);
    /// "Half of the 180 answers took no longer than 14 h."
    [[nodiscard]] static QString median(const InsightCounts &counts);
    /// What the figures can't know; empty where there is nothing.
    [[nodiscard]] static QString unknown(const InsightCounts &counts);
    /// "45 min", "14 h", "3 d 4 h"
    [[nodiscard]] static QString duration(Milliseconds span);

private:
    [[nodiscard]] static QString number(qint64 count);
    [[nodiscard]] static QString reasonName(const InsightReason &reason);
};
