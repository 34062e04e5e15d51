#include "ui/evidence/pdffile.h"

#include "ui/evidence/recordcells.h"
#include "ui/evidence/savingerror.h"

#include <QLocale>
#include <QPageLayout>

std::vector<RecordPages::Column> columnsOf(const EvidenceLook &look)
{
    const QStringList names = RecordCells::pageHeads(look.kind, look.namesBranch);
    const std::vector<int> shares = RecordCells::pageShares(look.kind, look.namesBranch);
    std::vector<RecordPages::Column> columns;
    for (size_t i = 0; i < shares.size(); ++i)
        columns.push_back({names.value(qsizetype(i)), shares[i]});
    return columns;
}

PdfFile::PdfFile(QString path, EvidenceLook look)
    : m_path(std::move(path))
    , m_look(std::move(look))
{}

Result<void> PdfFile::begin(qsizetype)
{
    m_file = std::make_unique<QSaveFile>(m_path);
    if (!m_file->open(QIODevice::WriteOnly))
        return failure(openingError(*m_file));
    m_writer = std::make_unique<QPdfWriter>(m_file.get());
    m_writer->setTitle(m_look.head.title);
    m_writer->setCreator(QStringLiteral("Atlas Desktop"));
    m_writer->setResolution(300);
    const bool letters = QLocale().measurementSystem() == QLocale::ImperialUSSystem;
    m_writer->setPageLayout(QPageLayout(QPageSize(letters ? QPageSize::Letter : QPageSize::A4), QPageLayout::Landscape,
                                        QMarginsF(36, 36, 36, 30), QPageLayout::Point));
    m_pages = std::make_unique<RecordPages>(*m_writer, m_look.head, columnsOf(m_look), m_look.font, m_look.isMirrored);
    return m_pages->begin();
}

Result<void> PdfFile::add(const std::vector<Record> &records)
{
    for (const Record &record : records) {
        if (Result<void> added = m_pages->addRow(RecordCells::pageCells(record, m_look.namesBranch)); !added)
            return added;
    }
    // The writer of PDF does not look whether its file takes what it writes.
    if (m_file->error() != QFileDevice::NoError)
        return failure(writingError(*m_file));
    return {};
}

Result<void> PdfFile::finish()
{
    if (Result<void> finished = m_pages->finish(); !finished)
        return finished;
    if (!m_file->commit())
        return failure(writingError(*m_file));
    return {};
}
