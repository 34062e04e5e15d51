#pragma once

#include "core/session/session.h"
#include "ui/common/noticebar.h"

#include <functional>
#include <set>

/// Opens an address outside the program. Injected: tests open nothing.
using LinkOpener = std::function<void(const QUrl &)>;

/// After the service has confirmed an acceptance: says so, and offers what comes next.
class ConfirmedBar final : public NoticeBar
{
    Q_OBJECT

public:
    ConfirmedBar(Session &session, LinkOpener opener, QWidget *parent);

signals:
    void clientsAsked();
    /// To see its page.
    void clientAsked(const ClientId &id);

private:
    void take(const Overview &overview);
    void showEntry(const OutboxEntry &entry);
    void addAccess(const std::optional<ClientRow> &client);
    void sayWhyNotOpened(const QString &host);
    void showClient(const std::optional<ClientRow> &client);
    void toggleSteps();
    void dismiss();

    Session &m_session;
    const LinkOpener m_open;
    std::optional<OperationId> m_shown;
    std::set<OperationId> m_dismissed;
    bool m_stepsOpen = false;
};
