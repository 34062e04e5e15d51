#pragma once

#include <QElapsedTimer>
#include <QProgressBar>
#include <QTimer>

/// Something goes on, and nobody knows for how long: a piece that moves along a thin line, so that it never looks like
/// a bar that is full.
class BusyBar final : public QProgressBar
{
    Q_OBJECT

public:
    BusyBar(const QString &objectName, const QString &accessibleName, QWidget *parent);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QTimer m_step;
    QElapsedTimer m_since;
};
