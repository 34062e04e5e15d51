#include "tests/hostile/memory.h"

#include <QByteArray>
#include <QFile>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define ATLAS_KEEPS_FREED
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define ATLAS_KEEPS_FREED
#endif

namespace {

/// A line of /proc/self/status, in KiB.
qint64 status(const QByteArray &name)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray all = file.readAll();
    const qsizetype at = all.indexOf(name + ':');
    return at < 0 ? 0 : all.mid(at + name.size() + 1, 24).trimmed().split(' ').first().toLongLong();
}

} // namespace

PeakMemory::PeakMemory()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    if (file.open(QIODevice::WriteOnly))
        file.write("5"); // Begins the peak anew
    m_before = status("VmRSS");
}

qint64 PeakMemory::growth() const
{
#ifdef ATLAS_KEEPS_FREED
    return 0;
#else
    return (status("VmHWM") - m_before) / 1024;
#endif
}
