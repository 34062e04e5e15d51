#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

/// A sandbox service of its own, in a process of its own, for as long as this lives.
class SandboxProcess
{
public:
    SandboxProcess(const QString &program, qint64 invitations);
    ~SandboxProcess();

    [[nodiscard]] bool isReady() const { return !m_ready.isEmpty(); }
    [[nodiscard]] QUrl url() const;
    [[nodiscard]] QString caFile() const;
    [[nodiscard]] QByteArray token(const QString &person) const;
    /// POST to the control API; the answer's body.
    QByteArray control(const QString &path, const QByteArray &json);

private:
    QTemporaryDir m_dir;
    QProcess m_process;
    QJsonObject m_ready;
};
