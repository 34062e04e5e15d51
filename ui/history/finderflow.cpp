#include "ui/history/finderflow.h"

#include "ui/history/finderdialog.h"
#include "ui/history/historymodel.h"

FinderFlow::FinderFlow(Session &session, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_window(window)
{
    connect(&m_session, &Session::changed, this, &FinderFlow::tell);
}

void FinderFlow::open(const QString &words, const std::optional<BranchId> &branch)
{
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    m_branch = branch;
    auto *model = new HistoryModel(m_session, ListKind::Finder, this);
    m_dialog = new FinderDialog(*model, m_window);
    connect(m_dialog, &FinderDialog::searched, model, [this, model](const QString &typed) {
        if (!typed.trimmed().isEmpty())
            model->open({.kind = ListKind::Finder,
                         .branch = {},
                         .filter = InvitationFilter::All,
                         .sort = SortOrder::Newest,
                         .search = typed});
        tell();
    });
    connect(model, &PagedModel::opened, m_dialog, &FinderDialog::showState);
    connect(model, &PagedModel::changeEnded, m_dialog, &FinderDialog::showState);
    connect(model, &QAbstractItemModel::dataChanged, m_dialog, &FinderDialog::showState);
    connect(m_dialog, &FinderDialog::chosen, this, &FinderFlow::chosen);
    connect(m_dialog, &QObject::destroyed, model, [this, model] {
        m_session.closeList(ListKind::Finder);
        model->deleteLater();
    });
    tell();
    m_dialog->setWords(words);
    m_dialog->open();
}

void FinderFlow::tell()
{
    if (m_dialog)
        m_dialog->setOverview(m_session.overview(), m_branch, m_session.now());
}
