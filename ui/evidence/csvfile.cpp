#include "ui/evidence/csvfile.h"

#include "core/domain/csv.h"
#include "ui/evidence/recordcells.h"
#include "ui/evidence/savingerror.h"

CsvFile::CsvFile(QString path, RecordKind kind)
    : m_path(std::move(path))
    , m_kind(kind)
{}

Result<void> CsvFile::begin(qsizetype)
{
    m_file = std::make_unique<QSaveFile>(m_path);
    if (!m_file->open(QIODevice::WriteOnly))
        return failure(openingError(*m_file));
    m_file->write("\xEF\xBB\xBF");
    m_file->write(csvRow(RecordCells::sheetHeads(m_kind)));
    return {};
}

Result<void> CsvFile::add(const std::vector<Record> &records)
{
    QByteArray rows;
    for (const Record &record : records)
        rows += csvRow(RecordCells::sheetCells(record));
    if (m_file->write(rows) != rows.size() || !m_file->flush())
        return failure(writingError(*m_file));
    return {};
}

Result<void> CsvFile::finish()
{
    if (!m_file->commit())
        return failure(writingError(*m_file));
    return {};
}
