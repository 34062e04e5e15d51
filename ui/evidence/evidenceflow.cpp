#include "ui/evidence/evidenceflow.h"

#include "ui/evidence/csvfile.h"
#include "ui/evidence/evidencedialog.h"
#include "ui/evidence/evidencejob.h"
#include "ui/evidence/evidencewords.h"
#include "ui/evidence/printout.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPrintDialog>
#include <QPrinter>
#include <QStandardPaths>

EvidenceFlow::EvidenceFlow(Session &session, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_window(window)
    , m_folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
{
    connect(&m_session, &Session::changed, this, [this](const ChangeSet &changes) {
        if (changes.overview)
            tell();
    });
}

void EvidenceFlow::open(RecordKind kind, const std::optional<BranchId> &branch)
{
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    m_dialog = new EvidenceDialog(m_window);
    connect(m_dialog, &EvidenceDialog::saveAsked, this, &EvidenceFlow::askPlace);
    connect(m_dialog, &EvidenceDialog::printAsked, this, &EvidenceFlow::askPrinter);
    connect(m_dialog, &EvidenceDialog::stopAsked, this, &EvidenceFlow::stop);
    connect(m_dialog, &QObject::destroyed, this, &EvidenceFlow::stop);
    m_dialog->setUp(m_session.overview(), {kind, branch, {}, {}, EvidenceFormat::Csv}, m_session.now());
    m_dialog->open();
}

void EvidenceFlow::tell()
{
    if (m_dialog)
        m_dialog->setOverview(m_session.overview(), m_session.now());
}

void EvidenceFlow::askPlace(const EvidenceWish &wish)
{
    auto *dialog = new QFileDialog(m_dialog, tr("Save evidence"));
    dialog->setObjectName(QStringLiteral("evidenceFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    const bool sheet = wish.format == EvidenceFormat::Csv;
    dialog->setNameFilter(sheet ? tr("Spreadsheet (*.csv)") : tr("Document (*.pdf)"));
    dialog->setDefaultSuffix(sheet ? QStringLiteral("csv") : QStringLiteral("pdf"));
    if (QDir(m_folder).exists())
        dialog->setDirectory(m_folder);
    dialog->selectFile(EvidenceWords::fileName(wish, m_session.overview()));
    connect(dialog, &QFileDialog::fileSelected, this, [this, wish](const QString &path) { save(wish, path); });
    dialog->open();
}

void EvidenceFlow::askPrinter(const EvidenceWish &wish)
{
    auto printer = std::make_shared<std::unique_ptr<QPrinter>>(std::make_unique<QPrinter>(QPrinter::HighResolution));
    (*printer)->setPageOrientation(QPageLayout::Landscape);
    (*printer)->setDocName(EvidenceWords::head(wish, m_session.overview(), m_session.now()).title);
    auto *dialog = new QPrintDialog(printer->get(), m_dialog);
    dialog->setObjectName(QStringLiteral("evidencePrintDialog"));
    // The pages are counted while they are made, and printed all.
    dialog->setOptions(QAbstractPrintDialog::PrintToFile | QAbstractPrintDialog::PrintShowPageSize);
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this, [this, wish, printer] {
        // The dialog still looks into its printer until it is gone.
        QMetaObject::invokeMethod(this, [this, wish, printer] { print(wish, std::move(*printer)); }, Qt::QueuedConnection);
    });
    connect(dialog, &QDialog::finished, dialog, [dialog, printer] { dialog->deleteLater(); });
    dialog->open();
}

EvidenceLook EvidenceFlow::look(const EvidenceWish &wish) const
{
    return {EvidenceWords::head(wish, m_session.overview(), m_session.now()), wish.kind, !wish.branch,
            QGuiApplication::font(), QGuiApplication::isRightToLeft()};
}

void EvidenceFlow::save(const EvidenceWish &wish, const QString &path)
{
    m_folder = QFileInfo(path).absolutePath();
    if (wish.format == EvidenceFormat::Csv)
        begin(wish, std::make_unique<CsvFile>(path, wish.kind), path);
    else
        begin(wish, std::make_unique<PdfFile>(path, look(wish)), path);
}

void EvidenceFlow::print(const EvidenceWish &wish, std::unique_ptr<QPrinter> printer)
{
    begin(wish, std::make_unique<Printout>(std::move(printer), look(wish)), {});
}

void EvidenceFlow::begin(const EvidenceWish &wish, std::unique_ptr<EvidenceTarget> target, const QString &place)
{
    if (!m_dialog || m_job)
        return;
    m_job = new EvidenceJob(m_session, recordQuery(wish), std::move(target), this);
    connect(m_job, &EvidenceJob::progressed, m_dialog, &EvidenceDialog::showProgress);
    connect(m_job, &EvidenceJob::ended, this,
            [this, wish, place](const Result<qint64> &written) { takeEnd(wish, place, written); });
    connect(m_job, &EvidenceJob::left, m_job, &QObject::deleteLater);
    m_dialog->showProgress(0, 0);
    m_job->start();
}

void EvidenceFlow::takeEnd(const EvidenceWish &wish, const QString &place, const Result<qint64> &written)
{
    m_job.clear();
    if (!m_dialog)
        return;
    const bool printing = place.isEmpty();
    if (!written)
        m_dialog->showFailure(printing ? EvidenceWords::notPrinted(written.error())
                                       : EvidenceWords::notSaved(written.error()));
    else if (*written == 0)
        m_dialog->showFailure(EvidenceWords::nothing(wish, m_session.overview()));
    else if (printing)
        m_dialog->showDone(EvidenceWords::printed(wish.kind, *written), {});
    else
        m_dialog->showDone(EvidenceWords::saved(wish.kind, *written), QDir::toNativeSeparators(place));
}

void EvidenceFlow::stop()
{
    if (m_job)
        m_job->cancel();
    m_job.clear();
}
