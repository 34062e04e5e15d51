#pragma once

#include <QLayout>

#include <memory>
#include <vector>

/// Puts widgets beside each other and goes on in the next line where there is no more room; mirrored right-to-left.
class FlowLayout final : public QLayout
{
    Q_OBJECT

public:
    /// Is given to a layout or widget by whoever makes it.
    explicit FlowLayout(int gap);

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    /// The height it takes; moves the items where `moves`.
    int lay(const QRect &rect, bool moves) const;

    const int m_gap;
    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};
