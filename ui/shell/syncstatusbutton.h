#pragma once

#include "core/domain/overview.h"

#include <QAbstractButton>

/// How the service is being reached: an icon of its own shape for each state, its name, and a quiet line. A click asks
/// anew.
class SyncStatusButton final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit SyncStatusButton(QWidget *parent);

    void setStatus(const SyncStatus &status, Instant now);
    void setRail(bool rail);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QFont lineFont() const;

    SyncStatus m_status;
    QString m_line;
    bool m_rail = false;
};
