#pragma once

#include "core/session/session.h"
#include "ui/evidence/evidencetarget.h"
#include "ui/evidence/evidencewish.h"

#include <QPointer>

class EvidenceDialog;
class EvidenceJob;
class QPrinter;
struct EvidenceLook;

/// Writes records into a file or gives them to a printer: asks what and where, has it done, says what became of it. One at
/// a time.
class EvidenceFlow final : public QObject
{
    Q_OBJECT

public:
    EvidenceFlow(Session &session, QWidget *window);

    /// `branch`: that the window shows.
    void open(RecordKind kind, const std::optional<BranchId> &branch);
    /// Writes it there, in the wish's form.
    void save(const EvidenceWish &wish, const QString &path);
    void print(const EvidenceWish &wish, std::unique_ptr<QPrinter> printer);

private:
    void tell();
    void askPlace(const EvidenceWish &wish);
    void askPrinter(const EvidenceWish &wish);
    void begin(const EvidenceWish &wish, std::unique_ptr<EvidenceTarget> target, const QString &place);
    void takeEnd(const EvidenceWish &wish, const QString &place, const Result<qint64> &written);
    void stop();
    [[nodiscard]] EvidenceLook look(const EvidenceWish &wish) const;

    Session &m_session;
    QWidget *m_window;
    QPointer<EvidenceDialog> m_dialog;
    QPointer<EvidenceJob> m_job;
    QString m_folder; ///< Where the last one was saved
};
