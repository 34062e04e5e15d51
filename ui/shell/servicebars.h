#pragma once

#include "core/session/session.h"

#include <QWidget>

class NoticeBar;
class QVBoxLayout;

/// What a person must know or do about the connection or this computer's files. Nothing, usually: then it is hidden.
class ServiceBars final : public QWidget
{
    Q_OBJECT

public:
    ServiceBars(Session &session, QWidget *parent);

signals:
    void signInAsked();

private:
    void take(const Overview &overview);
    void showConnection(const SyncStatus &status);
    void showTrouble(const std::vector<StoreTrouble> &trouble);
    void addTrouble(const StoreTrouble &trouble);
    void showAny();

    Session &m_session;
    NoticeBar *m_connection;
    std::optional<Connection> m_shownConnection;
    QVBoxLayout *m_troubleRows;
    std::vector<StoreTrouble> m_trouble;
};
