#include "ui/invitations/reasonlist.h"

#include "ui/common/plaintext.h"
#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QMouseEvent>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace {

/// The whole of it is the target, not the small circle alone; and a label of any length wraps.
class ReasonRow : public QWidget
{
public:
    ReasonRow(const Reason &reason, QWidget *parent)
        : QWidget(parent)
        , m_button(new QRadioButton(this))
    {
        const QString id = reason.id.text();
        m_button->setObjectName(QStringLiteral("reason:") + id);
        m_button->setAccessibleName(oneLine(reason.label));
        m_button->setAccessibleDescription(oneLine(reason.description));
        auto *label = new WrapLabel(QStringLiteral("reasonLabel:") + id, this);
        label->setText(oneLine(reason.label));
        auto *description = new WrapLabel(QStringLiteral("reasonDescription:") + id, this);
        description->setText(oneLine(reason.description));
        description->setQuiet();
        description->setVisible(!reason.description.isEmpty());
        auto *grid = new QGridLayout(this);
        grid->setContentsMargins(0, 3, 0, 3);
        grid->setHorizontalSpacing(Measure::gap);
        grid->setVerticalSpacing(1);
        grid->setColumnStretch(1, 1);
        grid->addWidget(m_button, 0, 0, Qt::AlignTop);
        grid->addWidget(label, 0, 1);
        grid->addWidget(description, 1, 1);
    }

    [[nodiscard]] QRadioButton *button() const { return m_button; }

protected:
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        if (event->button() == Qt::LeftButton && rect().contains(event->pos())) {
            m_button->setFocus(Qt::MouseFocusReason);
            m_button->click();
        }
    }

private:
    QRadioButton *m_button;
};

} // namespace

ReasonList::ReasonList(QWidget *parent, ReasonUse use)
    : QWidget(parent)
    , m_use(use)
    , m_buttons(new QButtonGroup(this))
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("reasons"));
    setAccessibleName(tr("Reason"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    connect(m_buttons, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on)
            emit reasonChosen();
    });
}

void ReasonList::setReasons(const std::vector<Reason> &reasons)
{
    const QString before = chosen() ? chosen()->id.text() : QString();
    m_reasons.clear();
    for (const Reason &reason : reasons) {
        if (reason.use == m_use)
            m_reasons.push_back(reason);
    }
    for (QWidget *row : std::exchange(m_rows, {}))
        delete row;
    for (int i = 0; i < int(m_reasons.size()); ++i)
        addReason(i);
    choose(before);
}

void ReasonList::addReason(int number)
{
    const Reason &reason = m_reasons[size_t(number)];
    auto *row = new ReasonRow(reason, this);
    m_buttons->addButton(row->button(), number);
    m_rows.push_back(row);
    m_layout->addWidget(row);
}

void ReasonList::setOwnWords(QWidget *field)
{
    m_ownWords = field;
    field->setParent(this);
    field->hide();
    connect(this, &ReasonList::reasonChosen, field, [this] {
        const bool wanted = chosen() && chosen()->textRequired;
        if (wanted)
            m_layout->insertWidget(m_layout->indexOf(m_rows[size_t(m_buttons->checkedId())]) + 1, m_ownWords);
        m_ownWords->setVisible(wanted);
    });
}

const Reason *ReasonList::chosen() const
{
    const int number = m_buttons->checkedId();
    return number >= 0 && number < int(m_reasons.size()) ? &m_reasons[size_t(number)] : nullptr;
}

void ReasonList::choose(const QString &reasonId)
{
    if (reasonId.isEmpty() && chosen()) {
        m_buttons->setExclusive(false); // Else one of them always stays chosen
        m_buttons->checkedButton()->setChecked(false);
        m_buttons->setExclusive(true);
        emit reasonChosen();
    }
    for (int i = 0; i < int(m_reasons.size()); ++i) {
        if (m_reasons[size_t(i)].id.text() == reasonId)
            m_buttons->button(i)->setChecked(true);
    }
}

QWidget *ReasonList::firstButton() const
{
    return m_buttons->button(std::max(0, m_buttons->checkedId()));
}
