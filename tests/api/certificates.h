#pragma once

#include <QString>
#include <QTemporaryDir>

/// A root and certificates from it, made anew for each test run by the `openssl` program: none in the repository, none
/// that expires there.
class Certificates
{
public:
    struct Pair
    {
        QString certificate;
        QString key;
    };

    /// The one of this test program.
    static const Certificates &ofThisRun();

    [[nodiscard]] QString root() const { return file("root.pem"); }
    [[nodiscard]] QString otherRoot() const { return file("other.pem"); }
    [[nodiscard]] Pair good() const { return {file("good.pem"), file("good.key")}; } ///< localhost and 127.0.0.1
    [[nodiscard]] Pair expired() const { return {file("expired.pem"), file("expired.key")}; }
    [[nodiscard]] Pair otherHost() const { return {file("otherhost.pem"), file("otherhost.key")}; }

private:
    Certificates();
    [[nodiscard]] QString file(const char *name) const { return m_dir.filePath(QLatin1StringView(name)); }
    void makeRoot(const QString &name) const;
    void makeLeaf(const QString &name, const QString &hosts, int days) const;

    QTemporaryDir m_dir;
};
