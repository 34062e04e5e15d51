#pragma once

#include <QPlainTextEdit>

class QuietLabel;

/// A field for words that go to the service: counted as the service counts, never cut. What can't be sent (NUL, half
/// characters) is left out when it is pasted, and said.
class LimitedText final : public QPlainTextEdit
{
    Q_OBJECT

public:
    LimitedText(const QString &objectName, const QString &name, int limit, int lines, QWidget *parent);

    [[nodiscard]] QString words() const;
    void setWords(const QString &words);
    /// Below 0: so many too many.
    [[nodiscard]] qsizetype left() const;
    /// "1,988 characters left", "12 characters too many", with what was left out of a paste.
    [[nodiscard]] QString status() const;
    /// Says its status in `label`. A person who can't see the colour hears it once, when the limit is passed, and again
    /// with the field; within the limit the field is described by `about`.
    void sayStatus(QuietLabel &label, const QString &about);
    /// At the end, after a blank line where there are words already. A person can take it back as what they typed.
    void append(const QString &words);

signals:
    void wordsChanged();

protected:
    void insertFromMimeData(const QMimeData *source) override;

private:
    const int m_limit;
    bool m_leftOut = false; ///< Of the last paste
};
