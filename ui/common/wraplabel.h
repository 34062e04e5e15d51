#pragma once

#include <QLabel>

/// Plain text of any shape: wraps between words, and inside one that is longer than the line (QLabel would widen the
/// whole window for it). Never rich text. Copied from its menu.
class WrapLabel final : public QLabel
{
    Q_OBJECT

public:
    WrapLabel(const QString &objectName, QWidget *parent);

    /// In the second text colour.
    void setQuiet();
    /// What it says is wrong: in the colour of errors.
    void setFault(bool fault);
    [[nodiscard]] bool isFault() const { return m_fault; }

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    /// The height of the text; paints it where there is a painter.
    qreal lay(qreal width, QPainter *painter) const;

    bool m_quiet = false;
    bool m_fault = false;
};
