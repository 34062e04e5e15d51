#pragma once

#include <QPlainTextEdit>

/// What somebody wrote, in a card: plain text that can be selected, as tall as it is up to a limit, scrolling past it.
class MessageCard final : public QPlainTextEdit
{
    Q_OBJECT

public:
    MessageCard(const QString &objectName, int mostLines, QWidget *parent);

    /// As the service or the person wrote it, with what can't be seen made visible.
    void showText(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitHeight();

    const int m_mostLines;
};
