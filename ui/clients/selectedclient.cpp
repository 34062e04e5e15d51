#include "ui/clients/selectedclient.h"

#include "ui/clients/clientflow.h"
#include "ui/clients/clientpane.h"
#include "ui/clients/clientsmodel.h"
#include "ui/clients/notespart.h"
#include "ui/common/rowlist.h"

#include <utility>

SelectedClient::SelectedClient(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_session(parts.session)
    , m_model(parts.model)
    , m_list(parts.list)
    , m_pane(parts.pane)
    , m_flow(parts.flow)
{
    connect(&m_list, &RowList::rowSelected, this, &SelectedClient::takeRow);
    connect(&m_model, &PagedModel::opened, this, &SelectedClient::restore);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &SelectedClient::takeRow);
    connect(&m_session, &Session::changed, this, &SelectedClient::takeChanges);
    connect(&m_session, &Session::signInStateChanged, this, &SelectedClient::takeAccount);
    connect(&m_pane, &ClientPane::decided, &m_flow, &ClientFlow::decide);
    connect(&m_pane, &ClientPane::left, &m_list, qOverload<>(&QWidget::setFocus));
    connect(&m_pane, &ClientPane::disconnectAsked, this, [this] {
        if (m_pane.shown())
            m_flow.disconnectClient(*m_pane.shown());
    });
    connect(&m_flow, &ClientFlow::answered, this, [this](const Decision &decision, const QString &trouble) {
        m_pane.takeAnswer(decision, trouble);
        load();
    });
    takeAccount();
}

void SelectedClient::restore()
{
    const std::optional<ClientId> id = ClientId::parse(m_key);
    if (!id) {
        selectFirst();
        return;
    }
    m_restoring = true;
    m_session.findClient(*id, this, [this, key = m_key](const Result<qsizetype> &row) {
        m_restoring = false;
        const int found = row ? int(*row) : -1;
        if (key != m_key || m_list.selectionModel()->hasSelection())
            return;
        if (found >= 0 && found < m_model.rowCount())
            m_list.select(found);
        else if (!m_pinned)
            selectFirst();
    });
}

void SelectedClient::selectFirst()
{
    // While one searches, the details don't jump from one to the next with every letter; in the first synchronisation
    // what is first is not known before its end.
    if (m_model.rowCount() > 0 && m_model.query().search.isEmpty() && !m_session.overview().status.firstSync)
        m_list.select(0);
    else if (!m_pane.shown())
        m_pane.showNothing({}, {});
}

void SelectedClient::takeRow()
{
    const std::optional<ClientRow> row = m_model.clientAt(m_list.selectionModel()->selectedRows().value(0).row());
    if (!row)
        return; // A row that went leaves its page, which then says what became of it
    m_key = m_list.selectionModel()->selectedRows().value(0).data(ClientsModel::KeyRole).toString();
    m_pinned = false;
    m_id = row->id;
    const bool isShown = m_id && m_pane.shown() && m_pane.shown()->client.id == *m_id;
    if (!isShown)
        m_pane.showRow(*row, m_flow.terms());
    load();
}

bool SelectedClient::isRowShown() const
{
    return m_list.selectionModel()->hasSelection();
}

void SelectedClient::load()
{
    if (!m_id)
        return;
    if (m_loading) {
        m_again = true;
        return;
    }
    m_loading = true;
    m_session.loadClient(*m_id, this, [this, id = *m_id, asked = ++m_asked](const Result<ClientDetails> &details) {
        if (asked != m_asked)
            return;
        m_loading = false;
        if (m_id == id)
            take(details);
        if (std::exchange(m_again, false) || m_id != id)
            load();
    });
}

void SelectedClient::take(const Result<ClientDetails> &details)
{
    if (details) {
        m_pane.showClient(*details, m_flow.terms());
        m_flow.setCurrent(*details);
        return;
    }
    const bool isGone = details.error().kind == ErrorKind::NotFound;
    if (isRowShown() && !m_pane.shown()) {
        if (!isGone) // One that has just come into the list comes in a moment
            m_pane.sayTrouble(tr("The rest of this client could not be read from this computer. Select it again to try "
                                 "once more."));
    } else if (isGone) {
        m_pane.showNothing(tr("This client is no longer here"), tr("It was removed, or you may no longer see it."));
    }
}

void SelectedClient::takeChanges()
{
    takeAccount();
    load();
    const bool chosen = !m_key.isEmpty() || m_restoring || m_list.selectionModel()->hasSelection();
    // Who has scrolled down in the meantime is not taken back to the top.
    if (!chosen && m_model.isOpened() && m_list.isAtTop())
        selectFirst();
}

void SelectedClient::takeAccount()
{
    const auto &account = m_session.overview().account;
    const bool signedOut = m_session.signInState() == SignInState::SignedOut;
    const std::optional<MemberId> whose = account && !signedOut ? std::optional(account->userId) : std::nullopt;
    if (m_whose && whose != m_whose && (whose || signedOut)) {
        m_pane.notes().forget();
        m_pane.showNothing({}, {});
        m_key.clear();
        m_id.reset();
        m_loading = false; // What was asked of that account may never be answered
        ++m_asked;
    }
    if (whose)
        m_whose = whose;
}

void SelectedClient::show(const ClientId &id)
{
    m_key = id.text();
    m_id = id;
    m_pinned = true;
    m_list.select(-1);
    load();
    restore();
}
