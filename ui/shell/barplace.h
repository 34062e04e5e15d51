#pragma once

#include <QWidget>

#include <vector>

class NoticeBar;

/// The place of the bars, at the lower edge of the window. One line of it is kept free for them, so that nothing above
/// moves when a bar comes or goes; what needs more takes it from below, where no row is moved. Which bar there is to be
/// seen each bar says itself, by showing and hiding.
class BarPlace : public QWidget
{
    Q_OBJECT

public:
    explicit BarPlace(QWidget *parent);

    /// Is seen whenever it wants to be.
    void addAlways(QWidget *bars);
    /// Only the first of these that wants to be is seen.
    void addInTurn(NoticeBar *bar);
    /// Whether the window has room to keep a line free.
    void setReserved(bool reserved);

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Place
    {
        QWidget *holder = nullptr; ///< Hides what must wait for its turn
        QWidget *bar = nullptr;
        bool inTurn = false;
    };

    void add(QWidget *bar, bool inTurn);
    void arrange();

    std::vector<Place> m_places;
    int m_line = 0; ///< The height of a bar of one line
    bool m_reserved = false;
};
