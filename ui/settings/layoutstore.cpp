#include "ui/settings/layoutstore.h"

#include <QDir>
#include <QFile>
#include <QSettings>

namespace {

/// Its owner's alone, as all in the data folder. QSettings keeps the permissions of a file that is there.
QString madePrivate(const QString &path)
{
    constexpr QFile::Permissions owners = QFile::ReadOwner | QFile::WriteOwner;
    if (QFile file(path); !file.exists())
        (void)file.open(QIODevice::WriteOnly, owners); // Where it can't be made nothing is remembered
    QFile::setPermissions(path, owners);
    return path;
}

} // namespace

LayoutStore::LayoutStore(const QString &dataDir)
    : m_settings(std::make_unique<QSettings>(madePrivate(QDir(dataDir).filePath(QStringLiteral("layout.ini"))),
                                             QSettings::IniFormat))
{}

LayoutStore::~LayoutStore() = default;

QByteArray LayoutStore::bytes(const QString &name) const
{
    // Base 64: a damaged line stays one line's damage.
    return QByteArray::fromBase64(m_settings->value(name).toString().toLatin1());
}

void LayoutStore::keep(const QString &name, const QByteArray &bytes)
{
    m_settings->setValue(name, QString::fromLatin1(bytes.toBase64()));
}

QString LayoutStore::text(const QString &name) const
{
    return m_settings->value(name).toString();
}

void LayoutStore::keep(const QString &name, const QString &text)
{
    m_settings->setValue(name, text);
}
