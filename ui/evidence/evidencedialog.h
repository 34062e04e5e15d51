#pragma once

#include "ui/evidence/evidencechoice.h"

#include <QDialog>

class QProgressBar;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;
class WrapLabel;

/// Chooses what to write, shows how far it is, and what became of it.
class EvidenceDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit EvidenceDialog(QWidget *parent);

    void setUp(const Overview &overview, const EvidenceWish &wish, Instant now);
    void setOverview(const Overview &overview, Instant now);

    void showProgress(qint64 done, qint64 total);
    /// `place`: where it was written; empty where there is no file.
    void showDone(const QString &text, const QString &place);
    /// Back to the choice, with a line that says why.
    void showFailure(const QString &text);

signals:
    void saveAsked(const EvidenceWish &wish);
    void printAsked(const EvidenceWish &wish);
    /// What is being written is to be left.
    void stopAsked();

public slots:
    void reject() override;

protected:
    bool focusNextPrevChild(bool next) override;

private:
    QWidget *makeChoicePage();
    QLayout *makeChoiceButtons();
    QWidget *makeProgressPage();
    QWidget *makeDonePage();
    QPushButton *makeButton(const QString &objectName, const QString &text);
    void updateButtons();
    [[nodiscard]] bool isWriting() const;

    QStackedWidget *m_pages;
    EvidenceChoice *m_choice = nullptr;
    WrapLabel *m_asOf = nullptr;
    WrapLabel *m_fault = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_print = nullptr;
    WrapLabel *m_progressWords = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_stop = nullptr;
    WrapLabel *m_done = nullptr;
    WrapLabel *m_place = nullptr;
    QPushButton *m_close = nullptr;
    int m_announced = -1; ///< Tenths that were said
};
