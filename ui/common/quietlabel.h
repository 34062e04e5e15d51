#pragma once

#include <QLabel>

/// A short caption of ours in the second text colour.
class QuietLabel : public QLabel
{
    Q_OBJECT

public:
    QuietLabel(const QString &objectName, QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void tint();
};
