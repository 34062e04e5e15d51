#include "ui/activity/activitymodel.h"

#include "ui/activity/activitywords.h"
#include "ui/common/phrases.h"
#include "ui/common/plaintext.h"

ActivityModel::ActivityModel(Session &session, QObject *parent)
    : PagedModel(session, ListKind::Activity, parent)
{}

QVariant ActivityModel::rowData(const Row &row, int role) const
{
    const auto &activity = std::get<ActivityRow>(row);
    const Instant now = session().now();
    switch (role) {
    case Qt::DisplayRole:
    case SentenceRole:
        return ActivityWords::sentence(activity);
    case Qt::AccessibleTextRole:
        return tr("%1, %2", "sentence, how long ago")
            .arg(ActivityWords::sentence(activity), Phrases::spokenAgo(activity.at, now));
    case WhoRole:
        return oneLine(activity.actorName);
    case DetailRole:
        return oneLine(activity.detail);
    case BranchRole:
        return knownBranchLine(activity.branchName);
    case WhenRole:
        return Phrases::moment(activity.at, now);
    case AgoRole:
        return Phrases::ago(activity.at, now);
    default:
        return {};
    }
}
