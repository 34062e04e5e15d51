#pragma once

#include "core/session/session.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QToolButton;
class WrapLabel;

/// Asks for the service's address and a personal access token, and says why signing in did not work. Each error stands
/// under its field; nothing that was typed is lost.
class SignInPage final : public QWidget
{
    Q_OBJECT

public:
    SignInPage(Session &session, QWidget *parent);

    /// After the session's sign-in state changed, or to be shown again.
    void takeState();

private:
    void build();
    void buildMore(QWidget *card);
    void showState();
    void chooseCaFile();
    void trySignIn();
    [[nodiscard]] std::optional<QUrl> checkedServer();
    [[nodiscard]] std::optional<QByteArray> checkedToken();
    void setFieldError(QLineEdit &field, WrapLabel &line, const QString &error);

    Session &m_session;
    QLineEdit *m_server = nullptr;
    WrapLabel *m_serverError = nullptr;
    QLineEdit *m_token = nullptr;
    WrapLabel *m_tokenError = nullptr;
    QToolButton *m_more = nullptr;
    QWidget *m_moreArea = nullptr;
    QLineEdit *m_caFile = nullptr;
    WrapLabel *m_error = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_signIn = nullptr;
};
