#include "ui/evidence/evidencechoice.h"

#include "ui/common/flowlayout.h"
#include "ui/common/liststate.h"
#include "ui/common/plaintext.h"
#include "ui/common/sentences.h"
#include "ui/common/spokencombo.h"
#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QRadioButton>
#include <QSignalBlocker>

namespace {

QRadioButton *addRadio(QWidget &parent, QLayout &layout, QButtonGroup &group, int id, const QString &objectName,
                       const QString &text)
{
    auto *button = new QRadioButton(text, &parent);
    button->setObjectName(objectName);
    button->setAccessibleName(text);
    group.addButton(button, id);
    layout.addWidget(button);
    return button;
}

void addCaption(QWidget &parent, QVBoxLayout &column, const QString &objectName, const QString &text)
{
    QLabel *const caption = plainLabel(&parent, objectName);
    caption->setText(text);
    caption->setFont(themeFont(parent, 0, true));
    column.addWidget(caption);
}

void addField(QFormLayout &form, const QString &caption, QWidget &field)
{
    QLabel *const label = plainLabel(field.parentWidget(), field.objectName() + QStringLiteral("Caption"));
    label->setText(caption);
    label->setBuddy(&field);
    form.addRow(label, &field);
}

} // namespace

EvidenceChoice::EvidenceChoice(QWidget *parent)
    : QWidget(parent)
    , m_kinds(new QButtonGroup(this))
    , m_formats(new QButtonGroup(this))
    , m_branch(new QComboBox((speakComboBoxes(), this))) // Before its own first event
    , m_period(new QComboBox(this))
{
    setObjectName(QStringLiteral("evidenceChoice"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Measure::gap);
    addKind(*column);
    addPlace(*column);
    addFormat(*column);
    connect(m_kinds, &QButtonGroup::idToggled, this, &EvidenceChoice::tell);
    connect(m_formats, &QButtonGroup::idToggled, this, &EvidenceChoice::tell);
    connect(m_branch, &QComboBox::currentIndexChanged, this, &EvidenceChoice::tell);
    connect(m_period, &QComboBox::currentIndexChanged, this, &EvidenceChoice::takePeriod);
    connect(m_first, &QDateEdit::dateChanged, this, &EvidenceChoice::takeDay);
    connect(m_last, &QDateEdit::dateChanged, this, &EvidenceChoice::takeDay);
}

void EvidenceChoice::addKind(QVBoxLayout &column)
{
    addCaption(*this, column, QStringLiteral("kindCaption"), tr("What"));
    auto *kinds = new FlowLayout(Measure::margin);
    addRadio(*this, *kinds, *m_kinds, int(RecordKind::Invitations), QStringLiteral("kindInvitations"), tr("Invitations"));
    addRadio(*this, *kinds, *m_kinds, int(RecordKind::Activity), QStringLiteral("kindActivity"), tr("Activity"));
    m_kinds->button(int(RecordKind::Invitations))->setChecked(true);
    column.addLayout(kinds);
    m_meaning = new WrapLabel(QStringLiteral("evidenceMeaning"), this);
    m_meaning->setQuiet();
    column.addWidget(m_meaning);
    column.addSpacing(Measure::gap);
}

void EvidenceChoice::addPlace(QVBoxLayout &column)
{
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setSpacing(Measure::gap);
    m_branch->setObjectName(QStringLiteral("evidenceBranch"));
    m_branch->setAccessibleName(tr("Of branch"));
    m_branch->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_branch->setMinimumContentsLength(16);
    m_period->setObjectName(QStringLiteral("evidencePeriod"));
    m_period->setAccessibleName(tr("Period"));
    m_period->addItem(tr("This month"), int(EvidencePeriod::ThisMonth));
    m_period->addItem(tr("Last month"), int(EvidencePeriod::LastMonth));
    m_period->addItem(tr("This year"), int(EvidencePeriod::ThisYear));
    m_period->addItem(tr("Last year"), int(EvidencePeriod::LastYear));
    m_period->addItem(tr("All time"), int(EvidencePeriod::All));
    m_period->addItem(tr("Chosen days"), int(EvidencePeriod::Chosen));
    addField(*form, tr("Branch"), *m_branch);
    addField(*form, tr("Period"), *m_period);
    addDays(*form);
    column.addLayout(form);
    m_against = new WrapLabel(QStringLiteral("evidenceAgainst"), this);
    m_against->setFault(true);
    m_against->hide();
    column.addWidget(m_against);
    column.addSpacing(Measure::gap);
}

void EvidenceChoice::addDays(QFormLayout &form)
{
    m_first = makeDay(QStringLiteral("evidenceFirst"), tr("First day"));
    m_last = makeDay(QStringLiteral("evidenceLast"), tr("Last day"));
    addField(form, tr("First day"), *m_first);
    addField(form, tr("Last day"), *m_last);
}

QDateEdit *EvidenceChoice::makeDay(const QString &objectName, const QString &name)
{
    auto *day = new QDateEdit(this);
    day->setObjectName(objectName);
    day->setAccessibleName(name);
    day->findChild<QLineEdit *>()->setAccessibleName(name); // What has the keyboard in it
    day->setDisplayFormat(QLocale().dateFormat(QLocale::ShortFormat).contains(QStringLiteral("yyyy"))
                              ? QLocale().dateFormat(QLocale::ShortFormat)
                              : QStringLiteral("yyyy-MM-dd")); // The century is part of evidence
    day->setMinimumDate(QDate(1970, 1, 1));
    day->setCalendarPopup(true);
    return day;
}

void EvidenceChoice::addFormat(QVBoxLayout &column)
{
    addCaption(*this, column, QStringLiteral("formatCaption"), tr("Saved as"));
    auto *formats = new FlowLayout(Measure::margin);
    addRadio(*this, *formats, *m_formats, int(EvidenceFormat::Csv), QStringLiteral("formatCsv"),
             tr("Spreadsheet (CSV)"));
    addRadio(*this, *formats, *m_formats, int(EvidenceFormat::Pdf), QStringLiteral("formatPdf"), tr("Document (PDF)"));
    m_formats->button(int(EvidenceFormat::Csv))->setChecked(true);
    column.addLayout(formats);
}

void EvidenceChoice::setUp(const Overview &overview, const EvidenceWish &wish, const QDate &today)
{
    m_overview = overview;
    m_today = today;
    m_kinds->button(int(wish.kind))->setChecked(true);
    m_formats->button(int(wish.format))->setChecked(true);
    showBranches(wish.branch);
    m_period->setCurrentIndex(m_period->findData(int(EvidencePeriod::ThisYear)));
    takePeriod();
}

void EvidenceChoice::setOverview(const Overview &overview)
{
    const bool same = overview.branches == m_overview.branches;
    m_overview = overview;
    if (!same)
        showBranches(wish().branch);
    showStanding();
}

void EvidenceChoice::showBranches(const std::optional<BranchId> &chosen)
{
    const QSignalBlocker quiet(m_branch);
    m_branch->clear();
    m_branch->addItem(tr("All branches"), QString());
    for (const Branch &branch : m_overview.branches)
        m_branch->addItem(branchLine(branch.name), branch.id.text());
    m_branch->setCurrentIndex(std::max(0, m_branch->findData(chosen ? chosen->text() : QString())));
}

EvidenceWish EvidenceChoice::wish() const
{
    EvidenceWish wish{RecordKind(m_kinds->checkedId()), BranchId::parse(m_branch->currentData().toString()), {}, {},
                      EvidenceFormat(m_formats->checkedId())};
    if (EvidencePeriod(m_period->currentData().toInt()) != EvidencePeriod::All) {
        wish.first = m_first->date();
        wish.last = m_last->date();
    }
    return wish;
}

void EvidenceChoice::takePeriod()
{
    const auto period = EvidencePeriod(m_period->currentData().toInt());
    const EvidenceDays days = evidenceDays(period, m_today);
    const QSignalBlocker quietFirst(m_first);
    const QSignalBlocker quietLast(m_last);
    if (days.first)
        m_first->setDate(*days.first);
    if (days.last)
        m_last->setDate(*days.last);
    m_first->setEnabled(period != EvidencePeriod::All);
    m_last->setEnabled(period != EvidencePeriod::All);
    tell();
}

void EvidenceChoice::takeDay()
{
    const QSignalBlocker quiet(m_period);
    m_period->setCurrentIndex(m_period->findData(int(EvidencePeriod::Chosen)));
    tell();
}

QString EvidenceChoice::reasonAgainst(const EvidenceWish &wish) const
{
    const Permission permission =
        wish.kind == RecordKind::Activity ? Permission::ViewAuditLogs : Permission::ViewClients;
    if (!mayView(m_overview, wish.branch, permission))
        return Sentences::permissionMissing(permission, inSentence(branchName(m_overview, wish.branch)));
    if (wish.first && wish.last && *wish.last < *wish.first)
        return tr("The last day is before the first one.");
    return {};
}

void EvidenceChoice::tell()
{
    showStanding();
    emit changed();
}

void EvidenceChoice::showStanding()
{
    const EvidenceWish chosen = wish();
    m_meaning->setText(chosen.kind == RecordKind::Activity
                           ? tr("What you and your colleagues did on these days.")
                           : tr("What was decided on these days or otherwise came to an end, and what was sent on them "
                                "and is still open."));
    m_whyNot = reasonAgainst(chosen);
    m_against->setText(m_whyNot);
    m_against->setVisible(!m_whyNot.isEmpty());
}
