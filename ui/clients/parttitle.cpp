#include "ui/clients/parttitle.h"

#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"

WrapLabel *partTitle(const QString &objectName, const QString &text, QWidget *parent)
{
    auto *title = new WrapLabel(objectName, parent);
    title->setText(text);
    title->setFont(themeFont(*parent, 0.5, true));
    return title;
}
