#include "ui/evidence/printout.h"

#include "ui/evidence/recordcells.h"

#include <QPrinter>

Printout::Printout(std::unique_ptr<QPrinter> printer, EvidenceLook look)
    : m_printer(std::move(printer))
    , m_look(std::move(look))
{}

Printout::~Printout()
{
    if (m_pages && !m_isFinished)
        m_printer->abort(); // Half of it is no evidence
}

Result<void> Printout::begin(qsizetype)
{
    m_pages = std::make_unique<RecordPages>(*m_printer, m_look.head, columnsOf(m_look), m_look.font, m_look.isMirrored);
    return m_pages->begin();
}

Result<void> Printout::add(const std::vector<Record> &records)
{
    for (const Record &record : records) {
        if (Result<void> added = m_pages->addRow(RecordCells::pageCells(record, m_look.namesBranch)); !added)
            return added;
    }
    return {};
}

Result<void> Printout::finish()
{
    m_isFinished = true;
    return m_pages->finish();
}
