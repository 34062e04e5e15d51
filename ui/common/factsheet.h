#pragma once

#include <QWidget>

#include <vector>

class QGridLayout;
class WrapLabel;

/// Facts in two columns: what it is, and its value as the service gave it. A fact without a value takes no room.
class FactSheet final : public QWidget
{
    Q_OBJECT

public:
    explicit FactSheet(QWidget *parent);

    /// In the order of the calls. `objectName` names the value's label.
    WrapLabel *addFact(const QString &objectName, const QString &caption);
    /// A fact with a button that copies it: `copyName` is what a screen reader says of the button.
    WrapLabel *addCopiedFact(const QString &objectName, const QString &caption, const QString &copyName);
    /// Shows the fact, or hides it where `text` is empty.
    void setFact(WrapLabel *value, const QString &text);

private:
    struct Line
    {
        WrapLabel *value;
        QWidget *caption;
        QWidget *copy;
    };

    WrapLabel *add(const QString &objectName, const QString &caption, QWidget *copy);

    QGridLayout *m_grid;
    std::vector<Line> m_lines;
};
