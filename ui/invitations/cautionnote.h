#pragma once

#include <QFrame>

class WrapLabel;

/// A line to think of before something is done: it forbids nothing. Hidden where there is none.
class CautionNote final : public QFrame
{
    Q_OBJECT

public:
    explicit CautionNote(QWidget *parent);

    void say(const QString &words);
    [[nodiscard]] QString words() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    WrapLabel *m_words;
};
