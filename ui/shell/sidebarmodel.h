#pragma once

#include "core/domain/overview.h"
#include "ui/shell/section.h"

#include <QAbstractListModel>

#include <array>

/// The sidebar's rows: captions, which can't be selected, and sections with what is to be seen in them.
class SidebarModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        SectionRole = Qt::UserRole, ///< int of Section; none for a caption
        BadgeRole,                  ///< int: what is to be done there; 0: no badge
        CountRole,                  ///< qint64: how many are there, where that is only good to know
        IconRole,                   ///< Name of an icon of resources/icons
    };

    using QAbstractListModel::QAbstractListModel;

    /// `branch`: whose invitations and clients are counted. What waits or needs attention is never narrowed by it:
    /// nothing unsent goes out of sight.
    void setOverview(const Overview &overview, const std::optional<BranchId> &branch);
    [[nodiscard]] QModelIndex indexOf(Section section) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void setNumbers(Section section, qint64 badge, qint64 count);
    [[nodiscard]] QString spoken(Section section) const;

    struct Numbers
    {
        int badge = 0;
        qint64 count = 0;
    };
    std::array<Numbers, sectionCount> m_numbers{};
};

/// "Client Invitations"
[[nodiscard]] QString sectionName(Section section);
