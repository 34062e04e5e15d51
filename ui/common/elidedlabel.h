#pragma once

#include <QWidget>

/// One line of plain text that gives way: left out at the end where there is no room, whole in the tooltip and to a
/// screen reader.
class ElidedLabel final : public QWidget
{
    Q_OBJECT

public:
    ElidedLabel(const QString &objectName, QWidget *parent);

    void setText(const QString &text);
    [[nodiscard]] const QString &text() const { return m_text; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};
