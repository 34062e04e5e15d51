#include "ui/common/noticebar.h"

#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <algorithm>
#include <memory>

namespace {

constexpr int narrowBelow = 620;
constexpr int iconSize = 20;

QColor toneColour(NoticeBar::Tone tone, const Theme &theme)
{
    switch (tone) {
    case NoticeBar::Tone::Quiet:
        return theme.accent;
    case NoticeBar::Tone::Good:
        return theme.success;
    case NoticeBar::Tone::Warning:
        return theme.warning;
    case NoticeBar::Tone::Danger:
        return theme.danger;
    }
    return {};
}

} // namespace

NoticeBar::NoticeBar(const QString &objectName, QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new WrapLabel(objectName + QStringLiteral("Text"), this))
    , m_more(new WrapLabel(objectName + QStringLiteral("More"), this))
    , m_body(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_buttons(new QBoxLayout(QBoxLayout::LeftToRight))
{
    setObjectName(objectName);
    m_icon->setObjectName(objectName + QStringLiteral("Icon"));
    m_icon->setFixedSize(iconSize, iconSize);
    m_more->setQuiet();
    m_more->hide();

    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addStretch(1);
    words->addWidget(m_text);
    words->addWidget(m_more);
    words->addStretch(1);
    m_buttons->setSpacing(Measure::gap);
    m_body->setSpacing(Measure::gap);
    m_body->addLayout(words, 1);
    m_body->addLayout(m_buttons);

    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(Measure::margin, Measure::gap, Measure::margin, Measure::gap);
    line->setSpacing(Measure::gap + Measure::grid);
    line->addWidget(m_icon, 0, Qt::AlignVCenter);
    line->addLayout(m_body, 1);
}

void NoticeBar::say(Tone tone, const QString &icon, const QString &text)
{
    m_tone = tone;
    m_iconName = icon;
    m_text->setText(text);
    tint();
}

void NoticeBar::sayMore(const QString &text)
{
    m_more->setText(text);
    m_more->setVisible(!text.isEmpty());
}

QPushButton *NoticeBar::addButton(const QString &objectName, const QString &text, ButtonWeight weight)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(objectName);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    setWeight(*button, weight);
    m_buttons->addWidget(button);
    return button;
}

void NoticeBar::clearButtons()
{
    while (const auto item = std::unique_ptr<QLayoutItem>(m_buttons->takeAt(0))) {
        if (QWidget *button = item->widget()) {
            // It may be the one whose click brought us here.
            button->hide();
            button->deleteLater();
        }
    }
}

QString NoticeBar::text() const
{
    return m_text->text();
}

int NoticeBar::lineHeight() const
{
    int tall = std::max(iconSize, m_text->fontMetrics().height());
    for (int i = 0; i < m_buttons->count(); ++i) // Also those that are hidden now
        tall = std::max(tall, m_buttons->itemAt(i)->widget()->sizeHint().height());
    return tall + 2 * Measure::gap;
}

void NoticeBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    arrange();
}

void NoticeBar::arrange()
{
    const bool narrow = width() < narrowBelow && m_buttons->count() > 1;
    m_body->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_body->setAlignment(m_buttons, narrow ? Qt::AlignLeading : Qt::Alignment());
}

void NoticeBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        tint();
}

void NoticeBar::tint()
{
    const Theme theme = themeOf(*this);
    if (!m_iconName.isEmpty())
        m_icon->setPixmap(
            themeIcon(m_iconName, toneColour(m_tone, theme)).pixmap(QSize(iconSize, iconSize), devicePixelRatioF()));
    update();
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    const Theme theme = themeOf(*this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.raised);
    painter.fillRect(QRect(0, 0, width(), 1), theme.border);
}
