#include "tests/damage/volume.h"

#include "tests/support/catch.h"

#include <QFile>

#include <sys/mount.h>

namespace {

unsigned long flags(bool readOnly)
{
    constexpr unsigned long always = MS_NOSUID | MS_NODEV;
    return readOnly ? always | MS_RDONLY : always;
}

} // namespace

Volume::Volume(int kilobytes)
    : m_kilobytes(kilobytes)
{
    const QByteArray size = "size=" + QByteArray::number(kilobytes) + "k,mode=0700";
    m_isThere = ::mount("tmpfs", QFile::encodeName(path()).constData(), "tmpfs", flags(false), size.constData()) == 0;
}

Volume::~Volume()
{
    if (m_isThere)
        ::umount2(QFile::encodeName(path()).constData(), MNT_DETACH);
}

void Volume::setReadOnly(bool readOnly)
{
    const QByteArray size = "size=" + QByteArray::number(m_kilobytes) + "k";
    REQUIRE(::mount("tmpfs", QFile::encodeName(path()).constData(), "tmpfs", MS_REMOUNT | flags(readOnly),
                    size.constData()) == 0);
}

void Volume::fill()
{
    QFile filler(path() + QStringLiteral("/filler"));
    REQUIRE(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    const QByteArray some(4096, 'x');
    while (filler.write(some) == some.size()) {
    }
}

void Volume::makeRoom()
{
    REQUIRE(QFile::remove(path() + QStringLiteral("/filler")));
}
