#pragma once

#include <QDialog>

/// Leaving while a note is on no disk: an internal one of an invitation, or one that was to be added to a client.
class UnsavedNoteDialog final : public QDialog
{
    Q_OBJECT

public:
    enum class Kind { Internal, ClientNote };

    /// `words`: all that would be lost.
    UnsavedNoteDialog(Kind kind, const QStringList &words, QWidget *parent);

signals:
    /// To leave all the same.
    void leaveAsked();
};
