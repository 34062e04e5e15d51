#pragma once

#include "core/domain/error.h"
#include "core/domain/practice.h"
#include "core/domain/reply.h"

#include <QDialog>

class LimitedText;
class QComboBox;
class QLineEdit;
class QPushButton;
class QuietLabel;
class QVBoxLayout;
class WrapLabel;

/// One reply template: what it is called, for which reason and in which language it is, and its text with merge fields.
class ReplyDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `reply` without an id is a new one.
    ReplyDialog(const ReplyTemplate &reply, const std::vector<Reason> &reasons, QWidget *parent);

    [[nodiscard]] ReplyTemplate reply() const;
    /// It is being made durable: stays open, with every word in it, until that is done.
    void setKeeping(bool keeping);
    void showError(const Error &error);

    void reject() override;

signals:
    void saveAsked(const ReplyTemplate &reply);

protected:
    bool focusNextPrevChild(bool next) override;

private:
    QWidget *makeForm();
    void addName(QVBoxLayout &column);
    void addChoices(QVBoxLayout &column);
    QComboBox *addChoice(QVBoxLayout &column, const QString &objectName, const QString &name);
    void addText(QVBoxLayout &column);
    void addFields(QVBoxLayout &column);
    QWidget *makeButtons();
    void fillReasons(const std::vector<Reason> &reasons);
    void fillLanguages();
    void refresh();
    [[nodiscard]] bool isChanged() const;

    ReplyTemplate m_reply;
    QWidget *m_form = nullptr;
    QLineEdit *m_name = nullptr;
    QComboBox *m_reason = nullptr;
    QComboBox *m_language = nullptr;
    LimitedText *m_text = nullptr;
    QuietLabel *m_status = nullptr;
    WrapLabel *m_why = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_cancel = nullptr;
    bool m_keeping = false;
    bool m_warned = false; ///< That what was written would be lost
};
