#pragma once

#include <QPlainTextEdit>

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

signals:
    void wordsChanged();

protected:
    void insertFromMimeData(const QMimeData *source) override;

private:
    const int m_limit;
    bool m_leftOut = false; ///< Of the last paste
};
