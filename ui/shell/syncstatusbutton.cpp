#include "ui/shell/syncstatusbutton.h"

#include "ui/common/announce.h"
#include "ui/common/plaintext.h"
#include "ui/common/sentences.h"
#include "ui/common/theme.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace {

constexpr int glyph = 20;
constexpr int edge = 14;

QString iconName(const SyncStatus &status)
{
    if (status.offlineByChoice)
        return QStringLiteral("offline");
    switch (status.connection) {
    case Connection::Starting:
    case Connection::Synchronising:
        return QStringLiteral("sync");
    case Connection::Online:
        return QStringLiteral("online");
    case Connection::Offline:
        return QStringLiteral("offline");
    case Connection::Blocked:
        return QStringLiteral("barrier");
    case Connection::Untrusted:
        return QStringLiteral("shield");
    case Connection::SignedOut:
        return QStringLiteral("lock");
    case Connection::TooOld:
        return QStringLiteral("update");
    case Connection::ServiceTrouble:
        return QStringLiteral("cloud");
    }
    return {};
}

QColor iconColour(const SyncStatus &status, const Theme &theme)
{
    if (status.offlineByChoice)
        return theme.secondary;
    switch (status.connection) {
    case Connection::Online:
        return theme.success;
    case Connection::Starting:
    case Connection::Synchronising:
        return theme.accent;
    case Connection::Offline: // a state, not an error
        return theme.secondary;
    case Connection::Blocked:
    case Connection::ServiceTrouble:
    case Connection::TooOld:
    case Connection::SignedOut:
        return theme.warning;
    case Connection::Untrusted:
        return theme.danger;
    }
    return {};
}

} // namespace

SyncStatusButton::SyncStatusButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setObjectName(QStringLiteral("syncStatus"));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setStatus({}, {});
}

void SyncStatusButton::setStatus(const SyncStatus &status, Instant now)
{
    const QString name = Sentences::connectionName(status);
    const QString line = Sentences::connectionLine(status, now);
    const bool another = name != accessibleName() || status.connection != m_status.connection;
    m_status = status;
    if (!another && line == m_line)
        return;
    m_line = line;
    setAccessibleName(name);
    setText(name);
    setAccessibleDescription(tr("%1 · %2. Press to ask the service anew.").arg(name, line));
    setToolTip(plainToolTip(tr("%1 · %2\nClick to refresh (F5)").arg(name, line)));
    if (another && isVisible())
        announce(*this, tr("%1 · %2").arg(name, line));
    updateGeometry();
    update();
}

void SyncStatusButton::setRail(bool rail)
{
    m_rail = rail;
    updateGeometry();
    update();
}

QFont SyncStatusButton::lineFont() const
{
    return themeFont(*this, -1);
}

int SyncStatusButton::heightForWidth(int width) const
{
    if (m_rail)
        return glyph + 2 * edge;
    const QRect room(0, 0, std::max(40, width - 2 * edge - glyph - 10), 1000);
    const int name = QFontMetrics(themeFont(*this, 0, true)).boundingRect(room, Qt::TextWordWrap, text()).height();
    const int line = QFontMetrics(lineFont()).boundingRect(room, Qt::TextWordWrap, m_line).height();
    return name + line + 2 + 2 * (Measure::gap + 2);
}

QSize SyncStatusButton::sizeHint() const
{
    return {180, heightForWidth(180)};
}

QSize SyncStatusButton::minimumSizeHint() const
{
    return {40, heightForWidth(std::max(40, width()))};
}

void SyncStatusButton::paintEvent(QPaintEvent *)
{
    const Theme theme = themeOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF body = QRectF(rect()).adjusted(6, 3, -6, -3);
    if (underMouse() || isDown()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.selectionInactive);
        painter.drawRoundedRect(body, Measure::radius, Measure::radius);
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(body.adjusted(1, 1, -1, -1), Measure::radius - 1, Measure::radius - 1);
    }
    const auto visual = [this](const QRect &place) { return QStyle::visualRect(layoutDirection(), rect(), place); };
    const QFontMetrics nameMetrics(themeFont(*this, 0, true));
    const int top = Measure::gap + 2;
    const QRect icon = m_rail ? QRect((width() - glyph) / 2, edge, glyph, glyph)
                              : QRect(edge, top + (nameMetrics.height() - glyph) / 2, glyph, glyph);
    themeIcon(iconName(m_status), iconColour(m_status, theme)).paint(&painter, visual(icon));
    if (m_rail)
        return;
    QRect room = rect().adjusted(edge + glyph + 10, top, -edge, 0);
    const int flags = int(Qt::AlignLeading | Qt::AlignTop) | Qt::TextWordWrap;
    painter.setFont(themeFont(*this, 0, true));
    painter.setPen(theme.text);
    QRect used;
    painter.drawText(visual(room), flags, text(), &used);
    room.setTop(used.bottom() + 3);
    painter.setFont(lineFont());
    painter.setPen(theme.secondary);
    painter.drawText(visual(room), flags, m_line);
}
