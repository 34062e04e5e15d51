#pragma once

#include "core/session/session.h"

#include <QWidget>

class NoticeBar;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;
class QuietLabel;
class WrapLabel;

/// The fields of signing in: the service's address, a personal access token, and under "More" an additional trusted
/// root. What is wrong with a field is said under it.
class SignInForm final : public QWidget
{
    Q_OBJECT

public:
    explicit SignInForm(QWidget *parent);

    void setServer(const QUrl &server);
    /// The program was started with a token: it is not asked for.
    void setTokenGiven(bool given);
    /// While the service is being asked nothing can be changed.
    void setBusy(bool busy);
    /// Why it did not work; nothing where empty.
    void sayError(const QString &text);
    void forgetToken();
    void focusFirst();

signals:
    void confirmed(const SignIn &signIn);

private:
    struct Field
    {
        QLineEdit *edit;
        WrapLabel *error;
    };

    Field makeField(const QString &objectName, const QString &label);
    void build();
    void buildMore();
    void confirm();
    void sayFault(Field &field, const QString &text);
    void chooseFile();
    /// Why the file of roots can't be used; empty where it can, and where there is none.
    [[nodiscard]] QString caFileFault() const;

    NoticeBar *m_notice;
    Field m_server;
    Field m_token;
    QuietLabel *m_tokenCaption = nullptr;
    QuietLabel *m_tokenHelp = nullptr;
    bool m_tokenGiven = false;
    QToolButton *m_moreButton;
    QWidget *m_more;
    Field m_caFile;
    QPushButton *m_choose;
    QPushButton *m_signIn;
};
