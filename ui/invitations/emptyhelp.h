#pragma once

#include "core/domain/branch.h"

#include <QWidget>

class QVBoxLayout;
class WrapLabel;

/// "When it seems not to be there": refresh, the branches' addresses to compare, what else may have happened, and where
/// was looked.
class EmptyHelp final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyHelp(QWidget *parent);

    /// The branches that were searched.
    void setBranches(const std::vector<Branch> &branches);

signals:
    void refreshAsked();
    void finderAsked();

private:
    void addAddress(const Branch &branch);

    std::vector<Branch> m_branches;
    QVBoxLayout *m_addresses;
    std::vector<QWidget *> m_lines;
    WrapLabel *m_searched;
};
