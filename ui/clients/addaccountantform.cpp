#include "ui/clients/addaccountantform.h"

#include "ui/common/buttons.h"
#include "ui/common/flowlayout.h"
#include "ui/common/plaintext.h"
#include "ui/common/quietlabel.h"
#include "ui/common/spokencombo.h"
#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"

#include <QComboBox>
#include <QPushButton>
#include <QVBoxLayout>

AddAccountantForm::AddAccountantForm(QWidget *parent)
    : QWidget(parent)
    , m_who(new QComboBox((speakComboBoxes(), this))) // Before its own first event
    , m_role(new QComboBox(this))
    , m_about(new WrapLabel(QStringLiteral("accountantRoleAbout"), this))
    , m_add(new QPushButton(tr("Add Accountant"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setObjectName(QStringLiteral("addAccountantForm"));
    m_who->setObjectName(QStringLiteral("accountantWho"));
    m_who->setAccessibleName(tr("Colleague"));
    m_role->setObjectName(QStringLiteral("accountantRole"));
    m_role->setAccessibleName(tr("Role"));
    m_role->addItems({tr("Accountant"), tr("Primary accountant")});
    for (QComboBox *box : {m_who, m_role}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
    }
    m_about->setQuiet();
    m_add->setObjectName(QStringLiteral("addAccountant"));
    m_cancel->setObjectName(QStringLiteral("cancelAccountant"));
    setWeight(*m_add, ButtonWeight::Primary);
    auto *buttons = new QWidget(this);
    buttons->setLayout(new FlowLayout(Measure::gap));
    for (QPushButton *button : {m_add, m_cancel}) {
        button->setAccessibleName(button->text());
        button->setAutoDefault(false);
        buttons->layout()->addWidget(button);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Measure::grid + 2);
    for (QWidget *part : std::initializer_list<QWidget *>{m_who, m_role, m_about, buttons})
        column->addWidget(part);
    connect(m_role, &QComboBox::currentIndexChanged, this, &AddAccountantForm::sayRole);
    connect(m_cancel, &QPushButton::clicked, this, &AddAccountantForm::cancelled);
    connect(m_add, &QPushButton::clicked, this, [this] {
        const int row = m_who->currentIndex();
        if (row >= 0 && row < int(m_candidates.size()))
            emit chosen(m_candidates[size_t(row)].id,
                        m_role->currentIndex() == 1 ? AccountantRole::Primary : AccountantRole::Accountant);
    });
}

void AddAccountantForm::setChoices(const std::vector<Member> &candidates, const QString &primary)
{
    if (m_primary != primary) {
        m_primary = primary;
        sayRole();
    }
    if (candidates == m_candidates)
        return;
    const int row = m_who->currentIndex();
    const std::optional<MemberId> before =
        row >= 0 && row < int(m_candidates.size()) ? std::optional(m_candidates[size_t(row)].id) : std::nullopt;
    m_candidates = candidates;
    m_who->clear();
    for (const Member &member : m_candidates) {
        // Two colleagues may share a name: the address tells them apart.
        const QString name = isBlank(member.name) ? oneLine(member.email, 320) : oneLine(member.name);
        m_who->addItem(isBlank(member.email) || isBlank(member.name)
                           ? name
                           : tr("%1 · %2", "name, e-mail").arg(inSentence(name), oneLine(member.email, 320)));
        m_who->setItemData(m_who->count() - 1, plainToolTip(m_who->itemText(m_who->count() - 1)), Qt::ToolTipRole);
        if (before == member.id)
            m_who->setCurrentIndex(m_who->count() - 1);
    }
    update();
}

void AddAccountantForm::begin()
{
    m_role->setCurrentIndex(0);
    m_who->setCurrentIndex(m_candidates.empty() ? -1 : 0);
    sayRole();
    show();
    m_who->setFocus(Qt::OtherFocusReason);
}

void AddAccountantForm::setKeeping(bool keeping)
{
    m_keeping = keeping;
    update();
}

void AddAccountantForm::update()
{
    for (QWidget *part : std::initializer_list<QWidget *>{m_who, m_role, m_cancel})
        part->setEnabled(!m_keeping);
    m_add->setEnabled(!m_keeping && hasChoices());
}

void AddAccountantForm::sayRole()
{
    const bool primary = m_role->currentIndex() == 1;
    QString about;
    if (primary)
        about = m_primary.isEmpty()
                    ? tr("A client has one primary accountant.")
                    : tr("A client has one primary accountant: %1 stays as an accountant.").arg(inSentence(m_primary));
    m_about->setText(about);
    m_about->setVisible(primary);
    m_role->setAccessibleDescription(about);
}
