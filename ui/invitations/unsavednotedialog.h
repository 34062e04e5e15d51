#pragma once

#include <QDialog>

/// Leaving while an internal note is on no disk.
class UnsavedNoteDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `words`: all that would be lost.
    UnsavedNoteDialog(const QStringList &words, QWidget *parent);

signals:
    /// To leave all the same.
    void leaveAsked();
};
