#pragma once

#include "ui/evidence/pdffile.h"

class QPrinter;

/// Records on paper.
class Printout final : public EvidenceTarget
{
public:
    Printout(std::unique_ptr<QPrinter> printer, EvidenceLook look);
    ~Printout() override;

    [[nodiscard]] Result<void> begin(qsizetype records) override;
    [[nodiscard]] Result<void> add(const std::vector<Record> &records) override;
    [[nodiscard]] Result<void> finish() override;

private:
    std::unique_ptr<QPrinter> m_printer;
    const EvidenceLook m_look;
    std::unique_ptr<RecordPages> m_pages;
    bool m_isFinished = false;
};
