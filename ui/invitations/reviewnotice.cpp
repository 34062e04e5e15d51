#include "ui/invitations/reviewnotice.h"

#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

ReviewNotice::ReviewNotice(QWidget *parent)
    : QFrame(parent)
    , m_words(new WrapLabel(QStringLiteral("noticeWords"), this))
    , m_look(new QPushButton(tr("Show What Changed"), this))
{
    setObjectName(QStringLiteral("notice"));
    setAutoFillBackground(true);
    m_look->setObjectName(QStringLiteral("showWhatChanged"));
    m_look->setAccessibleName(m_look->text());
    m_look->setAutoDefault(false);
    connect(m_look, &QPushButton::clicked, this, &ReviewNotice::lookAsked);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Measure::gap + Measure::grid, Measure::gap, Measure::gap + Measure::grid, Measure::gap);
    layout->addWidget(m_words);
    layout->addWidget(m_look, 0, Qt::AlignLeading);
    say({});
    tint();
}

void ReviewNotice::say(const QString &words, bool offersLook)
{
    m_words->setText(words);
    setAccessibleName(words);
    m_look->setVisible(offersLook);
    setVisible(!words.isEmpty());
}

QString ReviewNotice::words() const
{
    return m_words->text();
}

void ReviewNotice::tint()
{
    const Theme theme = parentWidget() ? themeOf(*parentWidget()) : themeOf(*this);
    if (palette().color(QPalette::Window) == theme.raised && palette().color(QPalette::WindowText) == theme.text)
        return;
    QPalette own = palette();
    own.setColor(QPalette::Window, theme.raised);
    own.setColor(QPalette::WindowText, theme.text);
    setPalette(own);
}

void ReviewNotice::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}
