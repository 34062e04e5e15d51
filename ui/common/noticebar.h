#pragma once

#include "ui/common/buttons.h"

#include <QFrame>

class QBoxLayout;
class QLabel;
class QPushButton;
class WrapLabel;

/// One line across the window with an icon, a sentence and what can be done about it. The buttons go under the sentence
/// where the window is narrow. Plain text, always.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    enum class Tone { Quiet, Good, Warning, Danger };

    NoticeBar(const QString &objectName, QWidget *parent);

    void say(Tone tone, const QString &icon, const QString &text);
    /// A second, quieter line; empty hides it.
    void sayMore(const QString &text);
    QPushButton *addButton(const QString &objectName, const QString &text, ButtonWeight weight = ButtonWeight::Normal);
    void clearButtons();
    [[nodiscard]] QString text() const;
    /// Its height with its buttons, where its sentence takes one line.
    [[nodiscard]] int lineHeight() const;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void tint();
    void arrange();

    Tone m_tone = Tone::Quiet;
    QString m_iconName;
    QLabel *m_icon;
    WrapLabel *m_text;
    WrapLabel *m_more;
    QBoxLayout *m_body;
    QBoxLayout *m_buttons;
};
