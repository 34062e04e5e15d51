#include "core/api/tls.h"

#include <QFile>
#include <QSslCertificate>

namespace {

constexpr qint64 largestCaFile = 4 * 1024 * 1024;

Result<QList<QSslCertificate>> readCertificates(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::InvalidInput, QStringLiteral("the CA file can't be read: ") + file.errorString());
    const QList<QSslCertificate> certificates = QSslCertificate::fromData(file.read(largestCaFile), QSsl::Pem);
    if (certificates.isEmpty())
        return failure(ErrorKind::InvalidInput, QStringLiteral("the CA file holds no certificate"));
    return certificates;
}

} // namespace

Result<QSslConfiguration> tlsConfiguration(const QString &caFile)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (caFile.isEmpty())
        return configuration;
    const Result<QList<QSslCertificate>> additional = readCertificates(caFile);
    if (!additional)
        return failure(additional.error());
    // Naming any root ends Qt's loading of the system's on demand: they have to be named too, or they are not trusted.
    configuration.setCaCertificates(QSslConfiguration::systemCaCertificates() + *additional);
    return configuration;
}
