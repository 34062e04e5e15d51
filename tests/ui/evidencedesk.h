#pragma once

#include "tests/support/catch.h"
#include "tests/support/fakesession.h"
#include "tests/support/widgets.h"
#include "ui/evidence/evidencedialog.h"
#include "ui/evidence/evidenceflow.h"

#include <QAbstractButton>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

/// A window with a few invitations, what is written of them, and a folder to write into.
struct EvidenceDesk
{
    QTemporaryDir folder;
    FakeSession session;
    QWidget window;
    EvidenceFlow flow{session, &window};

    EvidenceDesk()
    {
        window.resize(800, 600);
        window.show();
    }
    Invitation &add(const QString &id, const QString &company = QStringLiteral("Acme Ltd"), double hours = 24)
    {
        session.world.invitations.push_back(samples::invitation(id, company, QStringLiteral("Ann Lee"), hours));
        return session.world.invitations.back();
    }
    void addMany(int count)
    {
        for (int i = 0; i < count; ++i)
            add(QStringLiteral("i%1").arg(i));
    }
    void open(RecordKind kind = RecordKind::Invitations, const std::optional<BranchId> &branch = {})
    {
        session.publish();
        flow.open(kind, branch);
        widgets::settle();
    }
    [[nodiscard]] EvidenceDialog &dialog() const { return *window.findChild<EvidenceDialog *>(); }
    [[nodiscard]] QString text() const { return widgets::visibleText(dialog()); }
    template <class T>
    [[nodiscard]] T &child(const char *name) const
    {
        return widgets::child<T>(dialog(), name);
    }
    [[nodiscard]] QString path(const QString &name) const { return folder.filePath(name); }
    [[nodiscard]] QByteArray content(const QString &name) const { return contentOf(path(name)); }
    [[nodiscard]] static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void put(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    [[nodiscard]] bool isThere(const char *button) const { return child<QAbstractButton>(button).isVisible(); }
    /// Until it has been written, or says why not.
    [[nodiscard]] bool ends() const
    {
        return QTest::qWaitFor([this] { return isThere("closeEvidence") || isThere("saveEvidence"); }, 20'000);
    }
    [[nodiscard]] QStringList files() const { return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden); }
};
