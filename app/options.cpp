#include "app/options.h"

#include "app/summons.h"
#include "core/domain/pem.h"
#include "core/domain/serveraddress.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace {

QString sentence(const char *text)
{
    return QCoreApplication::translate("Options", text);
}

tl::unexpected<Error> wrong(const QString &text)
{
    return failure(ErrorKind::InvalidInput, text);
}

QList<QCommandLineOption> known()
{
    const auto option = [](const char *name, const char *text, const char *value = nullptr) {
        return QCommandLineOption(QString::fromLatin1(name), sentence(text),
                                  value ? QString::fromLatin1(value) : QString());
    };
    return {option("server", "The address of your practice's Atlas service. Only https.", "URL"),
            option("ca-file", "An additional trusted root certificate, for a service of your practice's own.", "PEM"),
            option("token-file", "A file with a personal access token. It is read at start and never copied.", "FILE"),
            option("data-dir", "Where the cache and your decisions are kept on this computer.", "DIR"),
            option("offline", "Ask the network nothing. Decisions wait until you start without this."),
            option("branch", "Show this branch first.", "ID"),
            option("theme", "light, dark or system (the default).", "NAME"),
            option("help", "Show this help."),
            option("version", "Show the version.")};
}

Result<QUrl> readServer(const QString &typed)
{
    Result<QUrl> server = readServerAddress(typed);
    if (server)
        return server;
    if (server.error().detail == QLatin1StringView("not https"))
        return wrong(sentence("--server: only https is used, also on this computer: plain http would show your token and "
                              "your clients' data to the network. Write the address with https://."));
    return wrong(sentence("--server: this is no address of a service. It looks like https://atlas.example.com, with a port "
                          "if need be, and nothing after it."));
}

Result<Options::Theme> readTheme(const QString &name)
{
    if (name == QLatin1StringView("system") || name.isEmpty())
        return Options::Theme::System;
    if (name == QLatin1StringView("light"))
        return Options::Theme::Light;
    if (name == QLatin1StringView("dark"))
        return Options::Theme::Dark;
    return wrong(sentence("--theme: there are light, dark and system."));
}

/// Looked at here, so that a wrong file is said by its name before anything is started.
Result<void> checkCaFile(const QString &path)
{
    constexpr qint64 largest = 4 * 1024 * 1024; // as TLS reads it
    QFile file(path);
    if (!QFileInfo(path).isFile())
        return wrong(
            sentence("--ca-file: %1 is not there, or is no ordinary file. Give the path of a PEM file.").arg(path));
    if (!file.open(QIODevice::ReadOnly))
        return wrong(sentence("--ca-file: the file %1 can't be read: %2").arg(path, file.errorString()));
    if (holdsCertificate(file.read(largest)))
        return {};
    return wrong(sentence("--ca-file: the file %1 holds no certificate. It must be a PEM file with the root certificate "
                          "of your practice's service (-----BEGIN CERTIFICATE-----); ask whoever runs the service for it, "
                          "or leave the option out.")
                     .arg(path));
}

Result<Options> readValues(const QCommandLineParser &parser)
{
    Options options;
    const auto value = [&parser](const char *name) { return parser.value(QString::fromLatin1(name)); };
    const auto isSet = [&parser](const char *name) { return parser.isSet(QString::fromLatin1(name)); };
    if (isSet("server")) {
        const Result<QUrl> server = readServer(value("server"));
        if (!server)
            return failure(server.error());
        options.server = *server;
    }
    if (isSet("branch")) {
        options.branch = BranchId::parse(value("branch"));
        if (!options.branch)
            return wrong(sentence("--branch: this is no branch's id."));
    }
    const Result<Options::Theme> theme = readTheme(value("theme"));
    if (!theme)
        return failure(theme.error());
    options.theme = *theme;
    options.caFile = value("ca-file");
    options.tokenFile = value("token-file");
    options.dataDir = value("data-dir");
    options.offline = isSet("offline");
    if (isSet("ca-file")) {
        if (const Result<void> checked = checkCaFile(options.caFile); !checked)
            return failure(checked.error());
    }
    return options;
}

/// Nothing, or one address that names an invitation: a browser or a mail program starts us so.
Result<std::optional<InvitationId>> readAddress(const QStringList &addresses)
{
    if (addresses.isEmpty())
        return std::nullopt;
    const auto invitation = readInvitationLink(addresses.constFirst());
    if (!invitation || addresses.size() > 1)
        return wrong(sentence("%1: nothing is expected here; --help lists the options.")
                         .arg(addresses.at(invitation ? 1 : 0)));
    return invitation;
}

/// Without what the toolkit takes for itself when the application is made (one hyphen, some with a value).
QStringList withoutToolkitOptions(const QStringList &arguments)
{
    const QStringList alone{QStringLiteral("-reverse")};
    const QStringList withValue{QStringLiteral("-platform"), QStringLiteral("-style"), QStringLiteral("-display"),
                                QStringLiteral("-geometry"), QStringLiteral("-qwindowgeometry")};
    QStringList ours;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (withValue.contains(arguments.at(i)))
            ++i;
        else if (!alone.contains(arguments.at(i)))
            ours.append(arguments.at(i));
    }
    return ours;
}

} // namespace

Result<Options> readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions(known());
    const bool parsed = parser.parse(QStringList{QStringLiteral("atlas-desktop")} + withoutToolkitOptions(arguments));
    // Asked for help, one gets help, whatever else is wrong.
    Options options;
    options.help = parser.isSet(QStringLiteral("help"));
    options.version = parser.isSet(QStringLiteral("version"));
    if (options.help || options.version)
        return options;
    if (!parsed)
        return wrong(parser.errorText());
    const auto invitation = readAddress(parser.positionalArguments());
    if (!invitation)
        return failure(invitation.error());
    Result<Options> values = readValues(parser);
    if (values)
        values->invitation = *invitation;
    return values;
}

Result<QByteArray> readToken(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile())
        return wrong(sentence("--token-file: %1 is not there, or is no ordinary file. Give the path of a file with your "
                              "personal access token, or leave the option out and sign in in the window.")
                         .arg(path));
    if (!file.open(QIODevice::ReadOnly))
        return wrong(sentence("--token-file: the file %1 can't be read: %2").arg(path, file.errorString()));
    constexpr qint64 longestToken = 16 * 1024;
    const QByteArray token = file.read(longestToken + 1).trimmed();
    if (token.isEmpty())
        return wrong(sentence("--token-file: the file %1 is empty. Put your personal access token into it, or leave the "
                              "option out and sign in in the window.")
                         .arg(path));
    // What goes into a request's header: visible ASCII, one word.
    const bool plain = std::all_of(token.begin(), token.end(), [](char c) { return c > ' ' && c < 0x7f; });
    if (token.size() > longestToken || !plain)
        return wrong(sentence("--token-file: the file %1 holds something else than an access token. Only the token, on one "
                              "line, belongs there.")
                         .arg(path));
    return token;
}

QString helpText()
{
    QString text = sentence("Atlas Desktop: review, accept and reject client invitations, online and offline.") +
                   QStringLiteral("\n\natlas-desktop [options] [atlas:invitation/ID]\n\n");
    for (const QCommandLineOption &option : known()) {
        const QString name = QStringLiteral("--") + option.names().constFirst() +
                             (option.valueName().isEmpty() ? QString() : u' ' + option.valueName());
        text += QStringLiteral("  %1 %2\n").arg(name, -20).arg(option.description());
    }
    return text;
}

QString versionText()
{
    return QStringLiteral("Atlas Desktop %1\n").arg(QStringLiteral(ATLAS_VERSION));
}
