#pragma once

#include "ui/common/quietlabel.h"

#include <QTimer>

class PagedModel;

/// Below a list: says in words that only the beginning of it, or of what a search finds, is here so far. Silent where
/// the rest comes in a moment.
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
