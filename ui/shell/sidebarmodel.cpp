#include "ui/shell/sidebarmodel.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <optional>

namespace {

/// Captions are rows without a section.
constexpr std::array<std::optional<Section>, 9> rows{std::nullopt,      Section::Clients, Section::Invitations,
                                                     std::nullopt,      Section::Waiting, Section::Attention,
                                                     Section::Activity, Section::History, Section::Insight};

QString iconName(Section section)
{
    switch (section) {
    case Section::Clients:
        return QStringLiteral("clients");
    case Section::Invitations:
        return QStringLiteral("invitations");
    case Section::Waiting:
        return QStringLiteral("waiting");
    case Section::Attention:
        return QStringLiteral("attention");
    case Section::Activity:
        return QStringLiteral("activity");
    case Section::History:
        return QStringLiteral("clock");
    case Section::Insight:
        return QStringLiteral("insight");
    }
    return {};
}

template <class Map>
auto valueFor(const Map &map, const BranchId &branch)
{
    const auto at = map.find(branch);
    return at == map.end() ? typename Map::mapped_type{} : at->second;
}

} // namespace

QString sectionName(Section section)
{
    switch (section) {
    case Section::Clients:
        return QCoreApplication::translate("Sections", "Clients");
    case Section::Invitations:
        return QCoreApplication::translate("Sections", "Client Invitations");
    case Section::Waiting:
        return QCoreApplication::translate("Sections", "Waiting to send");
    case Section::Attention:
        return QCoreApplication::translate("Sections", "Needs attention");
    case Section::Activity:
        return QCoreApplication::translate("Sections", "Activity");
    case Section::History:
        return QCoreApplication::translate("Sections", "History");
    case Section::Insight:
        return QCoreApplication::translate("Sections", "Insight");
    }
    return {};
}

void SidebarModel::setOverview(const Overview &overview, const std::optional<BranchId> &branch)
{
    const Counts &counts = overview.counts;
    const qint64 pending = branch ? valueFor(counts.byBranch, *branch).pending : counts.all.pending;
    const qint64 clients = branch ? valueFor(counts.clientsByBranch, *branch) : counts.clients;
    setNumbers(Section::Clients, 0, clients);
    setNumbers(Section::Invitations, pending, 0);
    setNumbers(Section::Waiting, qint64(overview.waiting.size()), 0);
    const size_t cards = overview.attention.size() + overview.unreadable.size();
    setNumbers(Section::Attention, qint64(cards) + overview.unknownStates.count, 0);
}

void SidebarModel::setNumbers(Section section, qint64 badge, qint64 count)
{
    Numbers &numbers = m_numbers[size_t(section)];
    const int shown = int(std::clamp<qint64>(badge, 0, std::numeric_limits<int>::max()));
    if (numbers.badge == shown && numbers.count == count)
        return;
    numbers = {shown, count};
    const QModelIndex changed = indexOf(section);
    emit dataChanged(changed, changed, {BadgeRole, CountRole, Qt::AccessibleTextRole});
}

QModelIndex SidebarModel::indexOf(Section section) const
{
    const auto at = std::find(rows.begin(), rows.end(), section);
    return index(int(at - rows.begin()), 0);
}

int SidebarModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(rows.size());
}

QString SidebarModel::spoken(Section section) const
{
    const int badge = m_numbers[size_t(section)].badge;
    if (badge == 0)
        return sectionName(section);
    if (section == Section::Invitations)
        return tr("%1, %n pending", nullptr, badge).arg(sectionName(section));
    return tr("%1, %Ln", "a section and how many are in it", badge).arg(sectionName(section));
}

QVariant SidebarModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const std::optional<Section> section = rows[size_t(index.row())];
    if (!section) {
        if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
            return index.row() == 0 ? tr("CLIENT MANAGEMENT") : tr("WORK");
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return sectionName(*section);
    case Qt::AccessibleTextRole:
        return spoken(*section);
    case Qt::ToolTipRole:
        return tr("%1 (Ctrl+%2)").arg(sectionName(*section)).arg(int(*section) + 1);
    case SectionRole:
        return int(*section);
    case BadgeRole:
        return m_numbers[size_t(*section)].badge;
    case CountRole:
        return m_numbers[size_t(*section)].count;
    case IconRole:
        return iconName(*section);
    default:
        return {};
    }
}

Qt::ItemFlags SidebarModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (!rows[size_t(index.row())])
        return Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}
