#pragma once

#include <QString>

class QWidget;

/// Tells a screen reader, politely: what is being read is not interrupted. Nothing where none listens.
void announce(QWidget &about, const QString &text);
