#pragma once

#include "ui/evidence/evidencetarget.h"

#include <QSaveFile>

/// Records as a spreadsheet's file: RFC 4180 in UTF-8, with the mark that Excel knows it by. Takes the place of an older
/// file only when it is whole.
class CsvFile final : public EvidenceTarget
{
public:
    CsvFile(QString path, RecordKind kind);

    [[nodiscard]] Result<void> begin(qsizetype records) override;
    [[nodiscard]] Result<void> add(const std::vector<Record> &records) override;
    [[nodiscard]] Result<void> finish() override;

private:
    const QString m_path;
    const RecordKind m_kind;
    std::unique_ptr<QSaveFile> m_file; ///< Made on the thread that writes
};
