#pragma once

#include "ui/clients/clientwords.h"

#include <QWidget>

#include <map>
#include <set>

class LimitedText;
class NoteList;
class QPushButton;
class QuietLabel;
class WrapLabel;

/// The notes on a client, and room for a new one. Words stay in the field until they are kept, whatever client is shown
/// in between.
class NotesPart final : public QWidget
{
    Q_OBJECT

public:
    explicit NotesPart(QWidget *parent);

    void showClient(const ClientDetails &details, Instant now);
    /// Empty words: it was kept.
    void takeAnswer(const AddClientNote &note, const QString &trouble);
    /// Another account: nothing of this one's stays here.
    void forget();
    /// Words that are kept nowhere: every client's.
    [[nodiscard]] QStringList unsavedWords() const;

signals:
    void decided(const Decision &decision);

private:
    void makeField();
    void add();
    void showField();
    void takeTyping();

    std::optional<ClientDetails> m_details;
    std::map<ClientId, QString> m_words; ///< Typed, and not kept
    std::set<ClientId> m_keeping;
    NoteList *m_notes;
    WrapLabel *m_hidden; ///< Why the notes are not shown
    QWidget *m_field = nullptr;
    LimitedText *m_text = nullptr;
    QuietLabel *m_status = nullptr;
    QPushButton *m_add = nullptr;
    WrapLabel *m_why = nullptr;
    WrapLabel *m_trouble = nullptr;
};
