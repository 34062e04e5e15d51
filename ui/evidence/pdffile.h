#pragma once

#include "ui/evidence/evidencetarget.h"
#include "ui/evidence/recordpages.h"

#include <QPdfWriter>
#include <QSaveFile>

/// How a document of records looks.
struct EvidenceLook
{
    EvidenceHead head;
    RecordKind kind = RecordKind::Invitations;
    bool namesBranch = false;
    QFont font;
    bool isMirrored = false;
};

/// Its columns.
[[nodiscard]] std::vector<RecordPages::Column> columnsOf(const EvidenceLook &look);

/// Records as a PDF of plain text. Takes the place of an older file only when it is whole.
class PdfFile final : public EvidenceTarget
{
public:
    PdfFile(QString path, EvidenceLook look);

    [[nodiscard]] Result<void> begin(qsizetype records) override;
    [[nodiscard]] Result<void> add(const std::vector<Record> &records) override;
    [[nodiscard]] Result<void> finish() override;

private:
    const QString m_path;
    const EvidenceLook m_look;
    // Made on the thread that writes, and destroyed in the other order.
    std::unique_ptr<QSaveFile> m_file;
    std::unique_ptr<QPdfWriter> m_writer;
    std::unique_ptr<RecordPages> m_pages;
};
