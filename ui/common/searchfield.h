#pragma once

#include <QLineEdit>
#include <QTimer>

/// The field above a list: searches as one types, Esc clears it and then leaves, Down and Return go to the list.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(QWidget *parent);

    /// Where Ctrl+F does not lead here.
    void hideShortcut();

signals:
    /// The words to search for, a moment (30 ms) after the last key.
    void searched(const QString &words);
    /// On to the list.
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void tint();

    QTimer m_pause;
    bool m_showsShortcut = true;
};
