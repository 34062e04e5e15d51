#include "ui/insight/insightfigures.h"

#include "ui/common/plaintext.h"

#include <QLocale>

#include <algorithm>

namespace {

template <class Value>
BarData::Series series(const QString &name, BarFill fill, const std::vector<InsightFigures::Line> &lines, Value value)
{
    BarData::Series made{name, fill, {}};
    for (const InsightFigures::Line &line : lines)
        made.values.push_back(double(value(line.counts)));
    return made;
}

QStringList namesOf(const std::vector<InsightFigures::Line> &lines)
{
    QStringList names;
    for (const InsightFigures::Line &line : lines)
        names << line.shortName;
    return names;
}

/// What is nowhere takes no place in the legend.
void dropEmpty(BarData &data)
{
    std::erase_if(data.series, [](const BarData::Series &each) {
        return std::all_of(each.values.begin(), each.values.end(), [](double value) { return value <= 0; });
    });
}

} // namespace

QString InsightFigures::number(qint64 count)
{
    return QLocale().toString(count);
}

std::vector<InsightFigures::Line> InsightFigures::byMonth(const Insight &insight, const std::vector<QDate> &months)
{
    std::vector<Line> lines;
    for (size_t i = 0; i < insight.months.size() && i < months.size(); ++i)
        lines.push_back({QLocale().toString(months[i], QStringLiteral("MMM yyyy")),
                         QLocale().toString(months[i], QStringLiteral("MMM")), insight.months[i]});
    return lines;
}

std::vector<InsightFigures::Line> InsightFigures::byBranch(const Insight &insight)
{
    std::vector<Line> lines;
    for (const InsightBranch &branch : insight.branches)
        lines.push_back({branchLine(branch.name), branchLine(branch.name), branch.counts});
    return lines;
}

BarData InsightFigures::states(const std::vector<Line> &lines)
{
    BarData data{namesOf(lines), {}, {}};
    data.series = {
        series(tr("Accepted"), BarFill::Accent, lines, [](const InsightCounts &c) { return c.accepted; }),
        series(tr("Rejected"), BarFill::Danger, lines, [](const InsightCounts &c) { return c.rejected; }),
        series(tr("Withdrawn or expired"), BarFill::Quiet, lines, [](const InsightCounts &c) { return c.ended; }),
        series(tr("Pending"), BarFill::Pending, lines, [](const InsightCounts &c) { return c.pending; }),
        series(tr("Other"), BarFill::Other, lines, [](const InsightCounts &c) { return c.otherStates(); })};
    dropEmpty(data);
    return data;
}

BarData InsightFigures::origins(const std::vector<Line> &lines)
{
    BarData data{namesOf(lines), {}, {}};
    data.series = {
        series(tr("Client Pays link"), BarFill::Accent, lines, [](const InsightCounts &c) { return c.byLink; }),
        series(tr("External Access"), BarFill::Pending, lines, [](const InsightCounts &c) { return c.byExternal; }),
        series(tr("Another way"), BarFill::Other, lines, [](const InsightCounts &c) { return c.otherOrigins(); })};
    dropEmpty(data);
    return data;
}

BarData InsightFigures::times(const std::vector<Line> &lines)
{
    constexpr double hour = 3'600'000;
    BarData data{namesOf(lines), {}, tr("h", "hours, behind a number")};
    data.series = {series(tr("Median time to answer"), BarFill::Accent, lines, [](const InsightCounts &c) {
        return double(c.median.value_or(Milliseconds(0)).count()) / hour;
    })};
    return data;
}

QString InsightFigures::reasonName(const InsightReason &reason)
{
    return isBlank(reason.label) ? tr("No reason known") : oneLine(reason.label, 120);
}

BarData InsightFigures::reasons(const Insight &insight)
{
    BarData data;
    data.series = {{tr("Rejected"), BarFill::Danger, {}}};
    for (const InsightReason &reason : insight.reasons) {
        data.labels << reasonName(reason);
        data.series[0].values.push_back(double(reason.count));
    }
    return data;
}

InsightFigures::Figures InsightFigures::table(const QString &first, const std::vector<Line> &lines)
{
    Figures figures{{first, tr("Received"), tr("Accepted"), tr("Rejected"), tr("Withdrawn or expired"), tr("Pending"),
                     tr("Client Pays link"), tr("External Access"), tr("Median time to answer")},
                    {}};
    for (const Line &line : lines) {
        const InsightCounts &c = line.counts;
        figures.rows.push_back({line.name, number(c.received), number(c.accepted), number(c.rejected), number(c.ended),
                                number(c.pending), number(c.byLink), number(c.byExternal),
                                c.median ? duration(*c.median) : tr("–", "no figure")});
    }
    return figures;
}

InsightFigures::Figures InsightFigures::reasonTable(const Insight &insight)
{
    Figures figures{{tr("Reason"), tr("Rejected")}, {}};
    for (const InsightReason &reason : insight.reasons)
        figures.rows.push_back({reasonName(reason), number(reason.count)});
    return figures;
}

QString InsightFigures::summary(const InsightCounts &counts)
{
    const auto share = [&counts](qint64 part) {
        return tr("%1 %", "a share").arg(number((part * 100 + counts.received / 2) / std::max<qint64>(1, counts.received)));
    };
    return tr("%1 received · %2 accepted (%3) · %4 rejected (%5) · %6 pending")
        .arg(number(counts.received), number(counts.accepted), share(counts.accepted), number(counts.rejected),
             share(counts.rejected), number(counts.pending));
}

QString InsightFigures::median(const InsightCounts &counts)
{
    if (!counts.median)
        return tr("Nothing was answered yet.");
    return tr("Median time to answer: %1, of answers: %2.").arg(duration(*counts.median), number(counts.timed));
}

QString InsightFigures::unknown(const InsightCounts &counts)
{
    const qint64 untimed = counts.accepted + counts.rejected - counts.timed;
    QStringList said;
    if (untimed > 0)
        said << tr("When they were answered is not known of %1: they are not in the median.").arg(number(untimed));
    if (counts.otherStates() > 0)
        said << tr("In a state that this version does not know: %1.").arg(number(counts.otherStates()));
    return said.join(u' ');
}

QString InsightFigures::duration(Milliseconds span)
{
    const qint64 minutes = span.count() / 60'000;
    if (minutes < 60)
        return tr("%1 min", "minutes").arg(number(minutes));
    const qint64 hours = minutes / 60;
    if (hours < 48)
        return minutes % 60 == 0 ? tr("%1 h", "hours").arg(number(hours))
                                 : tr("%1 h %2 min").arg(number(hours), number(minutes % 60));
    return hours % 24 == 0 ? tr("%1 d", "days").arg(number(hours / 24))
                           : tr("%1 d %2 h").arg(number(hours / 24), number(hours % 24));
}
