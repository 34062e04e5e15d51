#include "ui/common/announce.h"

#include <QAccessible>
#include <QWidget>

void announce(QWidget &about, const QString &text)
{
    if (text.isEmpty() || !QAccessible::isActive())
        return;
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(&about, text);
    event.setPoliteness(QAccessible::AnnouncementPoliteness::Polite);
    QAccessible::updateAccessibility(&event);
#else
    // Before 6.8 there are no announcements: an alert about a widget whose name or text says it.
    QAccessibleEvent event(&about, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
#endif
}
