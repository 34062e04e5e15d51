#include "ui/evidence/evidencedialog.h"

#include "ui/common/announce.h"
#include "ui/common/buttons.h"
#include "ui/common/plaintext.h"
#include "ui/common/taborder.h"
#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"
#include "ui/evidence/evidencewords.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace {

QVBoxLayout *columnOf(QWidget &page)
{
    auto *column = new QVBoxLayout(&page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Measure::gap + Measure::grid);
    return column;
}

} // namespace

EvidenceDialog::EvidenceDialog(QWidget *parent)
    : QDialog(parent)
    , m_pages(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("evidenceDialog"));
    setWindowTitle(tr("Export or print"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    m_pages->setObjectName(QStringLiteral("evidencePages"));
    m_pages->addWidget(makeChoicePage());
    m_pages->addWidget(makeProgressPage());
    m_pages->addWidget(makeDonePage());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Measure::margin + Measure::gap, Measure::margin + Measure::grid,
                               Measure::margin + Measure::gap, Measure::margin);
    column->addWidget(m_pages);
    resize(QSize(480, 500).boundedTo(screen()->availableSize() * 0.9));
}

QPushButton *EvidenceDialog::makeButton(const QString &objectName, const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(objectName);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    return button;
}

QWidget *EvidenceDialog::makeChoicePage()
{
    auto *page = new QWidget(m_pages);
    QVBoxLayout *const column = columnOf(*page);
    auto *scroll = new QScrollArea(page);
    scroll->setObjectName(QStringLiteral("evidenceScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget(scroll);
    QVBoxLayout *const inner = columnOf(*content);
    m_choice = new EvidenceChoice(content);
    m_asOf = new WrapLabel(QStringLiteral("evidenceAsOf"), content);
    auto *caution = new WrapLabel(QStringLiteral("evidenceCaution"), content);
    caution->setText(tr("It holds names, addresses and messages of clients: keep it where only colleagues read it."));
    caution->setQuiet();
    m_fault = new WrapLabel(QStringLiteral("evidenceFault"), page);
    m_fault->setFault(true);
    m_fault->hide();
    for (QWidget *part : std::initializer_list<QWidget *>{m_choice, m_asOf, caution})
        inner->addWidget(part);
    inner->addStretch(1);
    scroll->setWidget(content);
    column->addWidget(scroll, 1);
    column->addWidget(m_fault); // In sight however low the screen is
    column->addLayout(makeChoiceButtons());
    connect(m_choice, &EvidenceChoice::changed, this, [this] {
        m_fault->hide();
        updateButtons();
    });
    return page;
}

/// As in every dialog here: at the end, the one that does it last.
QLayout *EvidenceDialog::makeChoiceButtons()
{
    QPushButton *const cancel = makeButton(QStringLiteral("cancelEvidence"), tr("Cancel"));
    m_print = makeButton(QStringLiteral("printEvidence"), tr("Print…"));
    m_save = makeButton(QStringLiteral("saveEvidence"), tr("Save As…"));
    setWeight(*m_save, ButtonWeight::Primary);
    m_save->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Measure::gap);
    buttons->addStretch(1);
    for (QPushButton *button : {cancel, m_print, m_save})
        buttons->addWidget(button);
    connect(m_save, &QPushButton::clicked, this, [this] { emit saveAsked(m_choice->wish()); });
    connect(m_print, &QPushButton::clicked, this, [this] { emit printAsked(m_choice->wish()); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    return buttons;
}

QWidget *EvidenceDialog::makeProgressPage()
{
    auto *page = new QWidget(m_pages);
    QVBoxLayout *const column = columnOf(*page);
    m_progressWords = new WrapLabel(QStringLiteral("evidenceProgressWords"), page);
    m_progress = new QProgressBar(page);
    m_progress->setObjectName(QStringLiteral("evidenceProgress"));
    m_progress->setAccessibleName(tr("Written so far"));
    m_progress->setTextVisible(false);
    m_stop = makeButton(QStringLiteral("stopEvidence"), tr("Cancel"));
    column->addStretch(1);
    column->addWidget(m_progressWords);
    column->addWidget(m_progress);
    column->addStretch(1);
    column->addWidget(m_stop, 0, Qt::AlignTrailing);
    connect(m_stop, &QPushButton::clicked, this, &EvidenceDialog::reject);
    return page;
}

QWidget *EvidenceDialog::makeDonePage()
{
    auto *page = new QWidget(m_pages);
    QVBoxLayout *const column = columnOf(*page);
    m_done = new WrapLabel(QStringLiteral("evidenceDone"), page);
    m_done->setFont(themeFont(*this, 1, true));
    m_place = new WrapLabel(QStringLiteral("evidencePlace"), page);
    m_place->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_close = makeButton(QStringLiteral("closeEvidence"), tr("Close"));
    column->addStretch(1);
    column->addWidget(m_done);
    column->addWidget(m_place);
    column->addStretch(1);
    column->addWidget(m_close, 0, Qt::AlignTrailing);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    return page;
}

void EvidenceDialog::setUp(const Overview &overview, const EvidenceWish &wish, Instant now)
{
    m_choice->setUp(overview, wish, localDay(now));
    setOverview(overview, now);
}

void EvidenceDialog::setOverview(const Overview &overview, Instant now)
{
    const QString asOf = EvidenceWords::asOf(overview.status, now);
    m_asOf->setText(asOf);
    m_asOf->setVisible(!asOf.isEmpty());
    m_choice->setOverview(overview);
    updateButtons();
}

bool EvidenceDialog::isWriting() const
{
    return m_pages->currentIndex() == 1;
}

void EvidenceDialog::updateButtons()
{
    const QString &why = m_choice->whyNot();
    for (QPushButton *button : {m_save, m_print}) {
        button->setEnabled(why.isEmpty());
        button->setAccessibleDescription(why);
    }
}

void EvidenceDialog::showProgress(qint64 done, qint64 total)
{
    if (!isWriting()) {
        m_announced = -1;
        m_pages->setCurrentIndex(1);
        m_stop->setFocus(Qt::OtherFocusReason);
    }
    const QString words = EvidenceWords::progress(done, total);
    m_progressWords->setText(words);
    m_progress->setRange(0, total == 0 ? 0 : 1'000);
    if (total > 0)
        m_progress->setValue(int(done * 1'000 / total));
    const int tenths = total > 0 ? int(done * 10 / total) : 0;
    if (tenths > m_announced)
        announce(*m_progressWords, words);
    m_announced = std::max(m_announced, tenths);
}

void EvidenceDialog::showDone(const QString &text, const QString &place)
{
    m_done->setText(text);
    m_place->setText(manyLines(place));
    m_place->setVisible(!place.isEmpty());
    m_pages->setCurrentIndex(2);
    m_close->setFocus(Qt::OtherFocusReason);
    announce(*m_done, text);
}

void EvidenceDialog::showFailure(const QString &text)
{
    m_pages->setCurrentIndex(0);
    m_fault->setText(text);
    m_fault->show();
    m_save->setFocus(Qt::OtherFocusReason);
    announce(*m_fault, text);
}

void EvidenceDialog::reject()
{
    if (!isWriting())
        return QDialog::reject();
    emit stopAsked();
    showFailure(tr("Cancelled. Nothing was written: a file that was there before is as it was."));
}

bool EvidenceDialog::focusNextPrevChild(bool next)
{
    orderTabs(*this);
    return QDialog::focusNextPrevChild(next);
}
