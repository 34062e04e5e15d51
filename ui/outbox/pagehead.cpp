#include "ui/outbox/pagehead.h"

#include "ui/common/plaintext.h"
#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>

QHBoxLayout *pageHead(QWidget &page, const QString &objectName, const QString &title)
{
    QLabel *const label = plainLabel(&page, objectName);
    label->setWordWrap(false);
    label->setText(title);
    label->setFont(themeFont(page, 4, true));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Measure::margin, Measure::margin, Measure::margin, Measure::gap);
    head->setSpacing(Measure::gap + Measure::grid);
    head->addWidget(label, 0, Qt::AlignBaseline);
    return head;
}
