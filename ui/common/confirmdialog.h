#pragma once

#include <QDialog>

class QPushButton;
class QScrollArea;
class QVBoxLayout;
class WrapLabel;

/// A dialog that confirms something: content that scrolls where the screen is low, below it why it can't be confirmed
/// yet, Cancel and the button that confirms. What is being kept can't be left.
class ConfirmDialog : public QDialog
{
    Q_OBJECT

public:
    /// What was confirmed is being made durable.
    void setKeeping(bool keeping);
    void reject() override;

protected:
    ConfirmDialog(const QString &objectName, const QString &title, const QString &confirm, QWidget *parent);

    [[nodiscard]] QWidget &content() const { return *m_content; }
    /// What the content consists of, from above.
    [[nodiscard]] QVBoxLayout &column() const { return *m_column; }
    [[nodiscard]] bool isKeeping() const { return m_keeping; }
    /// The button was pressed.
    virtual void confirm() = 0;
    /// Why it can't be confirmed yet; empty where it can.
    [[nodiscard]] virtual QString whyNot() const { return {}; }
    /// What whyNot() says is wrong in what was written, not only still to be done.
    [[nodiscard]] virtual bool isFault() const { return false; }
    void updateConfirm();
    /// As large as its content, as far as the screen goes.
    void fitToScreen(int width);
    /// Taller, where its content has become so and the screen has room.
    void growToFit();
    /// Scrolls so that all of `field` is seen, where it is not.
    void bringIntoView(QWidget &field);
    void scrollToTop();
    /// To the button that does nothing.
    void focusCancel();
    bool focusNextPrevChild(bool next) override;

private:
    [[nodiscard]] int heightFor(int width) const;
    void makeFrame(const QString &title, const QString &confirm);
    QWidget *makeButtons(const QString &confirm);

    bool m_keeping = false;
    QScrollArea *m_scroll = nullptr;
    QWidget *m_content = nullptr;
    QVBoxLayout *m_column = nullptr;
    WrapLabel *m_why = nullptr;
    QPushButton *m_confirm = nullptr;
    QPushButton *m_cancel = nullptr;
};
