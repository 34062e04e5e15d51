#pragma once

#include "core/domain/id.h"
#include "core/domain/result.h"

#include <QStringList>
#include <QUrl>

/// What the program was told on its command line. A person and a test harness both use these: they stay as they are.
struct Options
{
    enum class Theme { System, Light, Dark };

    QUrl server;       ///< An https origin; empty: the sign-in page asks
    QString caFile;    ///< An additional trusted root, PEM
    QString tokenFile; ///< Read once, by readToken()
    QString dataDir;   ///< Empty: the machine's own data folder of this program
    std::optional<BranchId> branch; ///< Shown first
    std::optional<InvitationId> invitation; ///< Selected first: from an address atlas:invitation/ID
    bool offline = false;
    bool help = false;
    bool version = false;
    Theme theme = Theme::System;
};

/// `arguments` without the program's name. The error's detail is a sentence for the person who typed them.
[[nodiscard]] Result<Options> readOptions(const QStringList &arguments);

/// The personal access token that the file holds, without white space around it. The error's detail is a sentence for
/// people; it never holds what is in the file.
[[nodiscard]] Result<QByteArray> readToken(const QString &path);

[[nodiscard]] QString helpText();
[[nodiscard]] QString versionText();
