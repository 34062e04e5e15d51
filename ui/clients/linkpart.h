#pragma once

#include "core/domain/branch.h"
#include "core/domain/practice.h"
#include "core/domain/result.h"

#include <QWidget>

class FactSheet;
class MessageCard;
class QPushButton;
class WrapLabel;

/// A branch's Client Pays link, and the e-mail to send it with, each with Copy; and the way to a new link. A link that
/// does not lead to the service's own hosts is shown, and not given to copy.
class LinkPart final : public QWidget
{
    Q_OBJECT

public:
    /// What decides whether a new link can be made.
    struct Terms
    {
        QStringList linkHosts;
        bool isConnected = false;
        bool isWaiting = false; ///< A new one has been asked for, and is not sent
    };

    explicit LinkPart(QWidget *parent);

    void setTerms(const Branch &branch, const Terms &terms);
    void showLoading();
    void showLink(const Result<ClientPaysLink> &link);
    [[nodiscard]] bool hasLink() const { return m_link.has_value(); }
    /// What became of the wish for a new link; empty: it was kept.
    void takeAnswer(const QString &trouble);

signals:
    void loadAsked();
    void newLinkAsked();

private:
    QWidget *makeNewLink();
    void openWarning(bool open);
    void showWords();
    void showNewLink();
    [[nodiscard]] QString whyNoNewLink() const;
    [[nodiscard]] QString sayWhyNot(const Error &error) const;

    std::optional<Branch> m_branch;
    Terms m_terms;
    std::optional<ClientPaysLink> m_link;
    bool m_keeping = false;
    WrapLabel *m_state;
    QPushButton *m_again;
    FactSheet *m_facts;
    WrapLabel *m_url;
    WrapLabel *m_plainUrl; ///< Without Copy
    WrapLabel *m_subject;
    WrapLabel *m_caution;
    MessageCard *m_body;
    QPushButton *m_copyBody;
    QPushButton *m_begin = nullptr;
    WrapLabel *m_why = nullptr;
    QWidget *m_warning = nullptr;
    QPushButton *m_confirm = nullptr;
    QPushButton *m_keep = nullptr;
    WrapLabel *m_trouble = nullptr;
};
