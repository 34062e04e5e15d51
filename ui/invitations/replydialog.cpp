#include "ui/invitations/replydialog.h"

#include "core/domain/mergefields.h"
#include "ui/common/announce.h"
#include "ui/common/buttons.h"
#include "ui/common/flowlayout.h"
#include "ui/common/plaintext.h"
#include "ui/common/quietlabel.h"
#include "ui/common/sendabletext.h"
#include "ui/common/sentences.h"
#include "ui/common/spokencombo.h"
#include "ui/common/taborder.h"
#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"
#include "ui/invitations/limitedtext.h"
#include "ui/invitations/replywords.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

ReplyDialog::ReplyDialog(const ReplyTemplate &reply, const std::vector<Reason> &reasons, QWidget *parent)
    : QDialog(parent)
    , m_reply(reply)
{
    setObjectName(QStringLiteral("replyDialog"));
    setWindowTitle(reply.id ? tr("Change template") : tr("New template"));
    setAccessibleName(windowTitle());
    setModal(true);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeForm(), 1);
    column->addWidget(makeButtons());
    fillReasons(reasons);
    fillLanguages();
    m_name->setText(reply.name);
    m_text->setWords(reply.text);
    connect(m_name, &QLineEdit::textChanged, this, &ReplyDialog::refresh);
    connect(m_text, &LimitedText::wordsChanged, this, &ReplyDialog::refresh);
    refresh();
    const int buttons = findChild<QWidget *>(QStringLiteral("replyButtons"))->sizeHint().height();
    const int tall =
        m_form->sizeHint().height() + buttons + 2 * fontMetrics().height(); // Why it can't be saved may wrap
    resize(QSize(540, tall).boundedTo(screen()->availableSize() * 0.9));
    m_name->setFocus();
}

QWidget *ReplyDialog::makeForm()
{
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("replyScroll"));
    scroll->setAccessibleName(windowTitle());
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_form = new QWidget(scroll);
    auto *column = new QVBoxLayout(m_form);
    column->setContentsMargins(Measure::margin + Measure::gap, Measure::margin + Measure::grid,
                               Measure::margin + Measure::gap, Measure::gap);
    column->setSpacing(Measure::grid);
    addName(*column);
    addChoices(*column);
    addText(*column);
    addFields(*column);
    column->addStretch(1);
    scroll->setWidget(m_form);
    return scroll;
}

void ReplyDialog::addName(QVBoxLayout &column)
{
    auto *caption = new QuietLabel(QStringLiteral("replyNameCaption"), m_form);
    caption->setText(tr("Name"));
    m_name = new QLineEdit(m_form);
    m_name->setObjectName(QStringLiteral("replyName"));
    m_name->setAccessibleName(tr("Name"));
    caption->setBuddy(m_name);
    column.addWidget(caption);
    column.addWidget(m_name);
}

void ReplyDialog::addChoices(QVBoxLayout &column)
{
    speakComboBoxes(); // Before their own first event
    m_reason = addChoice(column, QStringLiteral("replyReason"), tr("Reason"));
    m_language = addChoice(column, QStringLiteral("replyLanguage"), tr("Language"));
}

QComboBox *ReplyDialog::addChoice(QVBoxLayout &column, const QString &objectName, const QString &name)
{
    auto *caption = new QuietLabel(objectName + QStringLiteral("Caption"), m_form);
    caption->setText(name);
    auto *choice = new QComboBox(m_form);
    choice->setObjectName(objectName);
    choice->setAccessibleName(name);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(10);
    caption->setBuddy(choice);
    column.addSpacing(Measure::grid);
    column.addWidget(caption);
    column.addWidget(choice);
    return choice;
}

void ReplyDialog::addText(QVBoxLayout &column)
{
    auto *caption = new QuietLabel(QStringLiteral("replyTextCaption"), m_form);
    caption->setText(tr("Text"));
    m_text = new LimitedText(QStringLiteral("replyText"), tr("Text"), Most::templateText, 8, m_form);
    caption->setBuddy(m_text);
    m_status = new QuietLabel(QStringLiteral("replyTextStatus"), m_form);
    m_status->standAtEnd();
    column.addSpacing(Measure::grid);
    column.addWidget(caption);
    column.addWidget(m_text);
    column.addWidget(m_status);
}

void ReplyDialog::addFields(QVBoxLayout &column)
{
    auto *caption = new WrapLabel(QStringLiteral("replyFieldsCaption"), m_form);
    caption->setText(
        tr("Fields are filled in when the template is used. Atlas's e-mail adds a greeting and the practice's "
           "name."));
    caption->setQuiet();
    auto *fields = new FlowLayout(Measure::grid);
    for (const MergeField field : mergeFields) {
        auto *button = new QPushButton(mergeToken(field), m_form);
        button->setObjectName(QStringLiteral("insert:") + mergeToken(field));
        button->setAccessibleName(tr("Insert field %1").arg(ReplyWords::fieldName(field)));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, m_text, [this, field] {
            m_text->insertPlainText(mergeToken(field));
            m_text->setFocus(Qt::OtherFocusReason);
        });
        fields->addWidget(button);
    }
    column.addWidget(caption);
    column.addLayout(fields);
}

QWidget *ReplyDialog::makeButtons()
{
    auto *strip = new QWidget(this);
    strip->setObjectName(QStringLiteral("replyButtons"));
    m_why = new WrapLabel(QStringLiteral("replyWhyNot"), strip);
    m_why->setAlignment(Qt::AlignTrailing);
    m_cancel = new QPushButton(tr("Cancel"), strip);
    m_cancel->setObjectName(QStringLiteral("cancelReply"));
    m_cancel->setAutoDefault(false);
    m_save = new QPushButton(tr("Save template"), strip);
    m_save->setObjectName(QStringLiteral("saveReply"));
    m_save->setDefault(true);
    setWeight(*m_save, ButtonWeight::Primary);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    for (QPushButton *button : {m_cancel, m_save}) {
        button->setAccessibleName(button->text());
        buttons->addWidget(button);
    }
    connect(m_cancel, &QPushButton::clicked, this, &ReplyDialog::reject);
    connect(m_save, &QPushButton::clicked, this, [this] { emit saveAsked(reply()); });
    auto *column = new QVBoxLayout(strip);
    column->setContentsMargins(Measure::margin + Measure::gap, Measure::gap, Measure::margin + Measure::gap,
                               Measure::margin);
    column->addWidget(m_why);
    column->addLayout(buttons);
    return strip;
}

void ReplyDialog::fillReasons(const std::vector<Reason> &reasons)
{
    m_reason->addItem(ReplyWords::reasonName({}, reasons), QString());
    for (const Reason &reason : reasons) {
        if (reason.use == ReasonUse::Rejection)
            m_reason->addItem(oneLine(reason.label), reason.id.text());
    }
    const QString own = m_reply.reasonId ? m_reply.reasonId->text() : QString();
    if (m_reason->findData(own) < 0) // It stays for that reason, unless the person says otherwise
        m_reason->addItem(ReplyWords::reasonName(m_reply.reasonId, reasons), own);
    m_reason->setCurrentIndex(m_reason->findData(own));
}

void ReplyDialog::fillLanguages()
{
    m_language->addItem(tr("Any, or not said"), QString());
    const QStringList codes = ReplyWords::languages();
    for (const QString &code : codes)
        m_language->addItem(ReplyWords::languageName(code), code);
    if (m_language->findData(m_reply.language) < 0)
        m_language->addItem(ReplyWords::languageName(m_reply.language), m_reply.language);
    m_language->setCurrentIndex(m_language->findData(m_reply.language));
}

ReplyTemplate ReplyDialog::reply() const
{
    return {m_reply.id, ReasonId::parse(m_reason->currentData().toString()), m_language->currentData().toString(),
            sendable(m_name->text().trimmed()), m_text->words()};
}

void ReplyDialog::refresh()
{
    m_warned = false;
    m_text->sayStatus(*m_status, {});
    const ReplyTemplate now = reply();
    const QString why = ReplyWords::missing(now);
    // What is still to be written is no fault.
    const bool fault = !why.isEmpty() && !isBlank(now.name) && !isBlank(now.text);
    if (fault && why != m_why->text())
        announce(*m_why, why);
    m_why->setText(why);
    m_why->setFault(fault);
    m_why->setVisible(!why.isEmpty());
    m_save->setAccessibleDescription(why);
    m_save->setEnabled(why.isEmpty() && !m_keeping);
}

void ReplyDialog::setKeeping(bool keeping)
{
    m_keeping = keeping;
    m_cancel->setEnabled(!keeping);
    m_save->setEnabled(!keeping && ReplyWords::missing(reply()).isEmpty());
}

void ReplyDialog::showError(const Error &error)
{
    setKeeping(false);
    m_why->setText(Sentences::notSaved(error));
    m_why->setFault(true);
    m_why->show();
    announce(*m_why, m_why->text());
}

void ReplyDialog::reject()
{
    // What is being kept can't be left: its answer is a moment away.
    if (m_keeping)
        return;
    if (m_warned || !isChanged())
        return QDialog::reject();
    m_warned = true;
    m_why->setText(tr("What you wrote is not saved. Cancel once more to leave it."));
    m_why->setFault(true);
    m_why->show();
    announce(*m_why, m_why->text());
}

bool ReplyDialog::isChanged() const
{
    const ReplyTemplate now = reply();
    return now.name != m_reply.name.trimmed() || now.text != m_reply.text;
}

bool ReplyDialog::focusNextPrevChild(bool next)
{
    orderTabs(*this);
    return QDialog::focusNextPrevChild(next);
}
