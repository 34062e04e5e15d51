#pragma once

#include "ui/clients/clientwords.h"

#include <QUrl>
#include <QWidget>

class QPushButton;
class WrapLabel;

/// The ways to the client's account and to the client: Access Fiskl, or Set Up Access, and an e-mail.
class AccessPart final : public QWidget
{
    Q_OBJECT

public:
    explicit AccessPart(QWidget *parent);

    /// What a row of the list knows, until the whole client has come.
    void showRow(const ClientRow &client, const ClientTerms &terms);
    void showClient(const ClientDetails &details, const ClientTerms &terms);
    /// Why access was not set up; empty: nothing to say.
    void sayTrouble(const QString &words);
    /// What became of an assignment; false where Set Up Access has not asked for it.
    [[nodiscard]] bool takeAnswer(const AssignAccountant &assignment, const QString &trouble);

signals:
    /// A checked link.
    void linkActivated(const QUrl &url);
    void decided(const Decision &decision);

private:
    struct Facts
    {
        bool isMine = false;
        QString url;
        QString email;
    };

    void show(const Facts &facts, const ClientTerms &terms);
    void offerSetUp(const QString &why);
    void sayWhy(const QString &why);
    [[nodiscard]] QString whyNoSetUp(const ClientDetails &details, const ClientTerms &terms) const;

    std::optional<AssignAccountant> m_assignment; ///< That Set Up Access decides
    std::optional<AssignAccountant> m_asked;      ///< And is being made durable
    QUrl m_url;
    QUrl m_mailUrl;
    WrapLabel *m_why;
    WrapLabel *m_trouble;
    QPushButton *m_access;
    QPushButton *m_setUp;
    QPushButton *m_write;
};
