#include "ui/common/buttons.h"

#include <QAbstractButton>
#include <QPushButton>
#include <QVariant>

static constexpr const char *weightProperty = "atlasWeight";

void setWeight(QAbstractButton &button, ButtonWeight weight)
{
    button.setProperty(weightProperty, int(weight));
    if (auto *push = qobject_cast<QPushButton *>(&button))
        push->setFlat(weight == ButtonWeight::Quiet);
    button.update();
}

ButtonWeight weightOf(const QAbstractButton &button)
{
    return ButtonWeight(button.property(weightProperty).toInt());
}
