#pragma once

#include "ui/common/quietlabel.h"

#include <QTimer>

class PagedModel;

/// Below a list: says in words that a search has brought only its first matches so far. Silent where the rest comes in
/// a moment.
class LimitedNote final : public QuietLabel
{
    Q_OBJECT

public:
    LimitedNote(const PagedModel &model, QWidget *parent);

private:
    void follow();

    const PagedModel &m_model;
    QTimer m_patience;
};
