#pragma once

#include <QLabel>

/// A short caption of ours in the second text colour, on the side where reading begins in this window, whatever direction
/// its own letters have.
class QuietLabel : public QLabel
{
    Q_OBJECT

public:
    QuietLabel(const QString &objectName, QWidget *parent);

    /// On the other side: a count under a field.
    void standAtEnd();
    /// What it says is wrong: in the colour of errors.
    void setFault(bool fault);
    [[nodiscard]] bool isFault() const { return m_fault; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void alignAbsolutely(Qt::Alignment side);
    void tint();

    bool m_fault = false;
};
