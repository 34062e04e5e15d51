#pragma once

#include "core/domain/dealing.h"

#include <QWidget>

class QVBoxLayout;
class WrapLabel;

/// Earlier dealings with the owner or the company of an invitation, and likely duplicates: what a person wants to know
/// before accepting it.
class DealingsList final : public QWidget
{
    Q_OBJECT

public:
    explicit DealingsList(QWidget *parent);

    /// Empty: they could not be read.
    void showDealings(const std::optional<Dealings> &dealings);

private:
    void addLine(const Dealing &dealing);
    void clear();

    WrapLabel *m_caption;
    QVBoxLayout *m_lines;
    std::vector<QWidget *> m_shown;
    std::optional<std::optional<Dealings>> m_dealings; ///< As shown
};
