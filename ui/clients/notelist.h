#pragma once

#include "ui/clients/clientwords.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;
class WrapLabel;

/// The notes on a client, oldest first, then those that wait. Of many only the newest stand here until the others are
/// asked for.
class NoteList final : public QWidget
{
    Q_OBJECT

public:
    explicit NoteList(QWidget *parent);

    void showNotes(const ClientDetails &details, Instant now);

    static constexpr size_t most = 30;

private:
    struct Line
    {
        QString head; ///< Who and when
        QString text;

        friend bool operator==(const Line &, const Line &) = default;
    };

    void fill();
    void addLine(const Line &line);

    std::optional<ClientId> m_client;
    bool m_showsAll = false;
    std::vector<Line> m_notes;
    std::vector<Line> m_shown;
    WrapLabel *m_none;
    QPushButton *m_earlier;
    QVBoxLayout *m_lines;
};
