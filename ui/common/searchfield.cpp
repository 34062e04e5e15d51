#include "ui/common/searchfield.h"

#include "ui/common/theme.h"

#include <QGuiApplication>
#include <QInputMethod>
#include <QKeyEvent>
#include <QKeySequence>
#include <QPainter>
#include <QToolButton>

SearchField::SearchField(QWidget *parent)
    : QLineEdit(parent)
{
    setObjectName(QStringLiteral("search"));
    setAccessibleName(tr("Search"));
    setPlaceholderText(tr("Search"));
    setClearButtonEnabled(true);
    setMinimumHeight(32);
    for (QToolButton *clearButton : findChildren<QToolButton *>()) {
        clearButton->setObjectName(QStringLiteral("clearSearch"));
        clearButton->setAccessibleName(tr("Clear the search"));
    }
    m_pause.setSingleShot(true);
    m_pause.setInterval(30);
    connect(this, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, [this] { emit searched(text()); });
    tint();
}

void SearchField::hideShortcut()
{
    m_showsShortcut = false;
    update();
}

void SearchField::tint()
{
    // Qt's own placeholder colour is the text at half strength: below 4.5:1 on most themes.
    QPalette own = palette();
    const QColor quiet = themeOf(*this).secondary;
    if (own.color(QPalette::PlaceholderText) == quiet)
        return;
    own.setColor(QPalette::PlaceholderText, quiet);
    setPalette(own);
}

void SearchField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        if (text().isEmpty())
            emit left();
        else
            clear();
        return;
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit left();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (!m_showsShortcut || !text().isEmpty() || hasFocus())
        return;
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    const QString keys = QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText);
    const QRect place = rect().adjusted(Measure::gap + Measure::grid, 0, -Measure::gap - Measure::grid, 0);
    // The placeholder stands where typing would begin, which the keyboard's language says, not the window's direction.
    const bool fromLeft = QGuiApplication::inputMethod()->inputDirection() == Qt::LeftToRight;
    const Qt::Alignment side = fromLeft ? Qt::AlignRight : Qt::AlignLeft;
    painter.drawText(place, int(side | Qt::AlignVCenter | Qt::AlignAbsolute), keys);
}
