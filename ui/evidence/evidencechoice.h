#pragma once

#include "core/domain/overview.h"
#include "ui/evidence/evidenceperiod.h"

#include <QWidget>

class QButtonGroup;
class QComboBox;
class QDateEdit;
class QFormLayout;
class QVBoxLayout;
class WrapLabel;

/// What to write: invitations or activity, of which branch and days, and in which form.
class EvidenceChoice final : public QWidget
{
    Q_OBJECT

public:
    explicit EvidenceChoice(QWidget *parent);

    /// `today`: the day that it is for the user.
    void setUp(const Overview &overview, const EvidenceWish &wish, const QDate &today);
    void setOverview(const Overview &overview);
    [[nodiscard]] EvidenceWish wish() const;
    /// Why this can't be written; empty where it can.
    [[nodiscard]] const QString &whyNot() const { return m_whyNot; }

signals:
    /// The person chose otherwise.
    void changed();

private:
    void addKind(QVBoxLayout &column);
    void addPlace(QVBoxLayout &column);
    void addDays(QFormLayout &form);
    void addFormat(QVBoxLayout &column);
    QDateEdit *makeDay(const QString &objectName, const QString &name);
    void showBranches(const std::optional<BranchId> &chosen);
    void takePeriod();
    void takeDay();
    void tell();
    void showStanding();
    [[nodiscard]] QString reasonAgainst(const EvidenceWish &wish) const;

    Overview m_overview;
    QDate m_today;
    QString m_whyNot;
    QButtonGroup *m_kinds;
    QButtonGroup *m_formats;
    QComboBox *m_branch;
    QComboBox *m_period;
    QDateEdit *m_first = nullptr;
    QDateEdit *m_last = nullptr;
    WrapLabel *m_meaning = nullptr;
    WrapLabel *m_against = nullptr;
};
