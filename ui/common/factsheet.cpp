#include "ui/common/factsheet.h"

#include "ui/common/buttons.h"
#include "ui/common/quietlabel.h"
#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QToolButton>

FactSheet::FactSheet(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(Measure::margin);
    m_grid->setVerticalSpacing(Measure::gap);
    m_grid->setColumnStretch(1, 1);
}

WrapLabel *FactSheet::addFact(const QString &objectName, const QString &caption)
{
    return add(objectName, caption, nullptr);
}

WrapLabel *FactSheet::addCopiedFact(const QString &objectName, const QString &caption, const QString &copyName)
{
    auto *copy = new QToolButton(this);
    copy->setObjectName(objectName + QStringLiteral("Copy"));
    copy->setText(tr("Copy"));
    copy->setAccessibleName(copyName);
    copy->setToolButtonStyle(Qt::ToolButtonTextOnly);
    setWeight(*copy, ButtonWeight::Quiet);
    copy->setMaximumHeight(copy->fontMetrics().height() + 6); // no taller than the lines around it
    copy->setFocusPolicy(Qt::StrongFocus);
    WrapLabel *value = add(objectName, caption, copy);
    connect(copy, &QToolButton::clicked, value, [value] { QGuiApplication::clipboard()->setText(value->text()); });
    return value;
}

WrapLabel *FactSheet::add(const QString &objectName, const QString &caption, QWidget *copy)
{
    const int row = int(m_lines.size());
    auto *what = new QuietLabel(objectName + QStringLiteral("Caption"), this);
    what->setText(caption);
    auto *value = new WrapLabel(objectName, this);
    what->setBuddy(value);
    m_grid->addWidget(what, row, 0, Qt::AlignTop | Qt::AlignLeading);
    if (copy) {
        // The button is taller than a line: the words stand on its baseline.
        const int above = (copy->maximumHeight() - fontMetrics().height()) / 2;
        what->setContentsMargins(0, above, 0, 0);
        value->setContentsMargins(0, above, 0, 0);
        auto *both = new QHBoxLayout;
        both->setSpacing(Measure::gap);
        both->addWidget(value, 0, Qt::AlignTop);
        both->addWidget(copy, 0, Qt::AlignTop);
        both->addStretch(1);
        m_grid->addLayout(both, row, 1);
    } else {
        m_grid->addWidget(value, row, 1, Qt::AlignTop);
    }
    m_lines.push_back({value, what, copy});
    setFact(value, {});
    return value;
}

void FactSheet::setFact(WrapLabel *value, const QString &text)
{
    value->setText(text);
    for (const Line &line : m_lines) {
        if (line.value != value)
            continue;
        value->setVisible(!text.isEmpty());
        line.caption->setVisible(!text.isEmpty());
        if (line.copy)
            line.copy->setVisible(!text.isEmpty());
    }
}
