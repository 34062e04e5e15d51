#pragma once

#include "core/domain/time.h"

#include <QPersistentModelIndex>
#include <QUrl>
#include <QWidget>

class FactSheet;
class QPushButton;
class QStackedWidget;
class StatePanel;
class WrapLabel;

/// One client: facts, and the way into their account.
class ClientPane final : public QWidget
{
    Q_OBJECT

public:
    explicit ClientPane(QWidget *parent);

    /// An index of ClientsModel, or none.
    void showClient(const QModelIndex &index, const QStringList &linkHosts, Instant now);

signals:
    /// A checked link, to be opened outside: https, of the service's, or an e-mail to a checked address.
    void linkActivated(const QUrl &url);

private:
    [[nodiscard]] QWidget *makeContent();
    void showButtons(const QModelIndex &index, const QStringList &linkHosts);
    [[nodiscard]] QString whyNotOpened(const QModelIndex &index) const;

    QStackedWidget *m_stack;
    StatePanel *m_nothing;
    WrapLabel *m_company;
    WrapLabel *m_standing;
    FactSheet *m_facts;
    WrapLabel *m_owner;
    WrapLabel *m_email;
    WrapLabel *m_mixed;
    WrapLabel *m_branch;
    WrapLabel *m_billing;
    WrapLabel *m_connected;
    WrapLabel *m_why;
    QPushButton *m_access;
    QPushButton *m_setUp;
    QPushButton *m_write;
    QUrl m_url;
    QUrl m_mailUrl;
};
