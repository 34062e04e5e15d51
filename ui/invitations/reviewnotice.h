#pragma once

#include <QFrame>

class QPushButton;
class WrapLabel;

/// A bar in a dialog: what happened to the invitation while it was being read, or why nothing was kept.
class ReviewNotice final : public QFrame
{
    Q_OBJECT

public:
    explicit ReviewNotice(QWidget *parent);

    /// Empty words hide it.
    void say(const QString &words, bool offersLook = false);
    [[nodiscard]] QString words() const;

signals:
    /// "Show What Changed"
    void lookAsked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    WrapLabel *m_words;
    QPushButton *m_look;
};
