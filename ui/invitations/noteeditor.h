#pragma once

#include "core/domain/id.h"

#include <QTimer>
#include <QWidget>

#include <map>
#include <optional>

class LimitedText;
class QPushButton;
class QuietLabel;
class WrapLabel;

/// The internal note of the invitation that is shown: kept by itself a moment after the last key, and when one goes
/// elsewhere. It says "saved" only of what is durable; what could not be kept stays here, whatever is shown in between,
/// until it can be.
class NoteEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit NoteEditor(QWidget *parent);

    /// `kept`: the note as it is on disk. What is being typed on this invitation stays.
    void showNote(const InvitationId &id, const QString &kept);
    /// None is shown any more.
    void leave();
    /// What was typed is to be kept now.
    void flush();
    /// Everything that is not kept is asked for once more.
    void tryAgain();
    /// Another account: nothing of this one's stays here.
    void forget();

    void takeKept(const InvitationId &id, const QString &text);
    void takeNotKept(const InvitationId &id, const QString &text, const QString &why);

    /// Something is on its way to the disk.
    [[nodiscard]] bool isKeeping() const;
    /// Words that are on no disk, and not on their way: every one.
    [[nodiscard]] QStringList unsavedWords() const;

signals:
    void saveAsked(const InvitationId &id, const QString &text);
    /// Nothing is on its way any more.
    void settled();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Unsaved
    {
        QString text;
        QString why; ///< Why it could not be kept; empty: it is on its way, or too long
        bool isOnItsWay = false;
    };

    void takeTyping();
    void ask(const InvitationId &id, const QString &text);
    void tell();
    [[nodiscard]] const Unsaved *shownUnsaved() const;

    std::optional<InvitationId> m_id;
    QString m_kept;      ///< What is durable of the shown one
    bool m_told = false; ///< It has been kept since it is shown
    std::map<InvitationId, Unsaved> m_unsaved;
    QTimer m_pause;
    LimitedText *m_text;
    QuietLabel *m_status;
    WrapLabel *m_trouble;
    QPushButton *m_again;
};
