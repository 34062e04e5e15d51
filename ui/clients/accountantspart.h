#pragma once

#include "ui/clients/clientwords.h"

#include <QWidget>

class AddAccountantForm;
class QPushButton;
class QVBoxLayout;
class WrapLabel;

/// Who has access to the client, each with Remove, and the way to add a colleague. What waits is said to.
class AccountantsPart final : public QWidget
{
    Q_OBJECT

public:
    explicit AccountantsPart(QWidget *parent);

    void showClient(const ClientDetails &details);
    /// What became of a decision on this client; empty words: it was kept.
    void takeAnswer(const QString &trouble);

signals:
    void decided(const Decision &decision);

private:
    enum class Waits { No, Assignment, Removal };
    struct Line
    {
        MemberId id;
        QString text;
        Waits waits = Waits::No;
        QString whyNot; ///< Why this one can't be removed

        friend bool operator==(const Line &, const Line &) = default;
    };

    [[nodiscard]] static QString lineText(const ClientDetails &details, const MemberId &id,
                                          const Word<AccountantRole> &role);
    [[nodiscard]] static std::vector<Line> linesOf(const ClientDetails &details);
    void showLines(const std::vector<Line> &lines);
    void addLine(const Line &line);
    void showForm(const ClientDetails &details);
    void openForm(bool open);
    void sayTrouble(const QString &words);

    std::optional<ClientId> m_client;
    std::vector<Line> m_shown;
    QVBoxLayout *m_lines;
    WrapLabel *m_none;
    WrapLabel *m_whyNoRemoval;
    QPushButton *m_begin;
    AddAccountantForm *m_form;
    WrapLabel *m_why;
    WrapLabel *m_trouble;
};
