#include "tests/bench/sandboxprocess.h"

#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>

SandboxProcess::SandboxProcess(const QString &program, qint64 invitations)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(program, {QStringLiteral("--port"), QStringLiteral("0"), QStringLiteral("--dir"), m_dir.path(),
                              QStringLiteral("--invitations"), QString::number(invitations), QStringLiteral("--clients"),
                              QStringLiteral("200"), QStringLiteral("--seed"), QStringLiteral("1")});
    constexpr int untilMade = 600'000; // ms; a million invitations take a while to be made
    if (m_process.waitForStarted() && m_process.waitForReadyRead(untilMade))
        m_ready = QJsonDocument::fromJson(m_process.readLine()).object();
}

SandboxProcess::~SandboxProcess()
{
    m_process.terminate();
    m_process.waitForFinished();
}

QUrl SandboxProcess::url() const
{
    return QUrl(m_ready.value(QLatin1StringView("url")).toString());
}

QString SandboxProcess::caFile() const
{
    return m_ready.value(QLatin1StringView("ca")).toString();
}

QByteArray SandboxProcess::token(const QString &person) const
{
    return m_ready.value(QLatin1StringView("tokens")).toObject().value(person).toString().toUtf8();
}

QByteArray SandboxProcess::control(const QString &path, const QByteArray &json)
{
    QNetworkRequest request(QUrl(m_ready.value(QLatin1StringView("control")).toString() + path));
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates(QSslCertificate::fromPath(caFile()));
    request.setSslConfiguration(tls);
    request.setRawHeader("Authorization",
                         "Bearer " + m_ready.value(QLatin1StringView("controlToken")).toString().toUtf8());
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    QNetworkAccessManager network;
    QNetworkReply *reply = network.post(request, json);
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return reply->readAll();
}
