#pragma once

#include <QWidget>

class BusyBar;
class QPushButton;
class QVBoxLayout;
class WrapLabel;

/// What stands in a list's or a pane's place when there is nothing to list: a drawing, what is so, what to do next.
class StatePanel : public QWidget
{
    Q_OBJECT

public:
    enum class Drawing { None, Tray, Glass, Cloud, Lock, Hand };

    StatePanel(const QString &objectName, QWidget *parent);

    void say(Drawing drawing, const QString &title, const QString &text);
    /// An endless progress bar with `words`; empty words hide it.
    void showProgress(const QString &words);
    /// A button under the text; it stays until `clearButtons`.
    QPushButton *addButton(const QString &objectName, const QString &text);
    void clearButtons();
    /// Something of one's own below everything else.
    void setExtra(QWidget *extra);
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString text() const;

private:
    QVBoxLayout *m_layout;
    QWidget *m_drawing;
    WrapLabel *m_title;
    WrapLabel *m_text;
    WrapLabel *m_progressWords;
    BusyBar *m_progress;
    QVBoxLayout *m_buttons;
    QVBoxLayout *m_extra;
};
