#pragma once

#include "core/domain/branch.h"
#include "core/domain/practice.h"
#include "core/domain/result.h"

#include <QDialog>
#include <QUrl>

class FactSheet;
class LinkPart;
class QComboBox;
class QPushButton;
class QVBoxLayout;
class WrapLabel;

/// What 'Add a Client' needs to know.
struct AddClientTerms
{
    std::vector<Branch> branches;
    std::vector<BranchId> askedAnew; ///< Whose new link has been asked for, and is not sent
    QStringList linkHosts;
    bool isConnected = false;
    QUrl portal; ///< Where Atlas is in the browser
};

/// 'Add a Client': the three ways for a business to become a client of a branch, with what one sends it.
class AddClientDialog final : public QDialog
{
    Q_OBJECT

public:
    AddClientDialog(const AddClientTerms &terms, const std::optional<BranchId> &branch, QWidget *parent);

    void setTerms(const AddClientTerms &terms);
    /// Whose link is shown; empty where no branch is known.
    [[nodiscard]] std::optional<BranchId> branch() const;
    [[nodiscard]] LinkPart &link() const { return *m_link; }

signals:
    /// To read the link of `branch()`.
    void linkAsked();
    void newLinkAsked(const BranchId &branch);
    void linkActivated(const QUrl &url);

protected:
    bool focusNextPrevChild(bool next) override;

private:
    QWidget *makeContent();
    QWidget *makeBranch(QWidget *content);
    void addExternalAccess(QVBoxLayout &column, QWidget *content);
    void addClientPays(QVBoxLayout &column, QWidget *content);
    void addChargeUs(QVBoxLayout &column, QWidget *content);
    void fillBranches(const std::optional<BranchId> &chosen);
    void showBranch();

    AddClientTerms m_terms;
    QComboBox *m_branch = nullptr;
    FactSheet *m_facts = nullptr;
    WrapLabel *m_email = nullptr;
    WrapLabel *m_noEmail = nullptr;
    LinkPart *m_link = nullptr;
    QPushButton *m_openAtlas = nullptr;
};
