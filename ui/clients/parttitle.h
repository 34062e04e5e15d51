#pragma once

#include <QString>

class QWidget;
class WrapLabel;

/// The title of a part of a page or a dialog.
[[nodiscard]] WrapLabel *partTitle(const QString &objectName, const QString &text, QWidget *parent);
