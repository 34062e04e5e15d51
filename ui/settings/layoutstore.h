#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

class QSettings;

/// How the window was left: sizes, section, branch. In layout.ini of the data folder, so that another folder is another
/// desk. Values that are missing or wrong come back empty.
class LayoutStore
{
public:
    explicit LayoutStore(const QString &dataDir);
    ~LayoutStore();

    [[nodiscard]] QByteArray bytes(const QString &name) const;
    void keep(const QString &name, const QByteArray &bytes);
    [[nodiscard]] QString text(const QString &name) const;
    void keep(const QString &name, const QString &text);

private:
    std::unique_ptr<QSettings> m_settings;
};
