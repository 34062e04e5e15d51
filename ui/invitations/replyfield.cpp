#include "ui/invitations/replyfield.h"

#include "ui/common/plaintext.h"
#include "ui/common/quietlabel.h"
#include "ui/common/theme.h"
#include "ui/invitations/cautionnote.h"
#include "ui/invitations/limitedtext.h"
#include "ui/invitations/replymenu.h"
#include "ui/invitations/replywords.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

ReplyField::ReplyField(int limit, std::function<MergeValues()> values, QWidget *parent)
    : QWidget(parent)
    , m_values(std::move(values))
{
    setObjectName(QStringLiteral("replyField"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    addWords(limit);
    addFoot();
    m_caution = new CautionNote(this);
    column->addWidget(m_caution);
    connect(m_text, &LimitedText::wordsChanged, this, [this] {
        refresh();
        emit wordsChanged();
    });
    refresh();
}

void ReplyField::addWords(int limit)
{
    const QString name = tr("Message to the client (optional)");
    auto *caption = new QuietLabel(QStringLiteral("messageCaption"), this);
    caption->setText(name);
    m_text = new LimitedText(QStringLiteral("messageToClient"), name, limit, 4, this);
    caption->setBuddy(m_text);
    layout()->addWidget(caption);
    layout()->addWidget(m_text);
}

void ReplyField::addFoot()
{
    m_menu = new ReplyMenu(this);
    m_menu->setValues(m_values);
    m_status = new QuietLabel(QStringLiteral("messageStatus"), this);
    m_status->standAtEnd();
    auto *foot = new QHBoxLayout;
    foot->setSpacing(Measure::gap);
    foot->addWidget(m_menu);
    foot->addWidget(m_status, 1);
    static_cast<QVBoxLayout *>(layout())->addLayout(foot);
    connect(m_menu, &ReplyMenu::taken, this, [this](const QString &text) {
        m_text->append(text);
        m_text->setFocus(Qt::OtherFocusReason);
    });
    connect(m_menu, &ReplyMenu::saveAsked, this, [this] {
        emit saveAsked({std::nullopt,
                        m_reason ? std::optional(m_reason->id) : std::nullopt,
                        {},
                        {},
                        withFields(words(), m_values())});
    });
    connect(m_menu, &ReplyMenu::manageAsked, this, &ReplyField::manageAsked);
}

QString ReplyField::words() const
{
    return m_text->words();
}

void ReplyField::setWords(const QString &words)
{
    m_text->setWords(words);
}

qsizetype ReplyField::left() const
{
    return m_text->left();
}

void ReplyField::setReplies(const std::optional<std::vector<ReplyTemplate>> &own)
{
    m_menu->setReplies(own);
}

void ReplyField::setReasons(const std::vector<Reason> &reasons)
{
    m_menu->setReasons(reasons);
}

void ReplyField::setReason(const Reason *reason, const QString &ownWords)
{
    m_reason = reason ? std::optional(*reason) : std::nullopt;
    m_ownWords = ownWords;
    m_menu->setReason(reason ? std::optional(reason->id) : std::nullopt);
    refresh();
}

void ReplyField::refresh()
{
    m_menu->setSavable(!isBlank(words()));
    const QString before = m_caution->words();
    m_caution->say(ReplyWords::caution(m_reason ? &*m_reason : nullptr, m_ownWords + u'\n' + words()));
    m_text->sayStatus(*m_status, m_caution->words()); // Heard with the field, too
    if (m_caution->words() != before)
        emit sizeChanged();
}
