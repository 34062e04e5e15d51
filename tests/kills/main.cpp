#include "core/session/livesession.h"
#include "tests/kills/decider.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Says what stands where nothing waits any more, and ends the program: each card, then the word "settled".
void sayWhenSettled(const Session &session)
{
    const Overview &overview = session.overview();
    const bool whole = overview.status.connection == Connection::Online && overview.status.accountConfirmed &&
                       !overview.status.firstSync;
    if (!whole || !overview.waiting.empty())
        return;
    QTextStream out(stdout);
    for (const OutboxEntry &card : overview.attention)
        out << u"card "_s << card.operation.id.text() << u' ' << static_cast<int>(card.operation.end.kind) << Qt::endl;
    out << u"settled "_s << overview.counts.all.pending << Qt::endl;
    QCoreApplication::quit();
}

} // namespace

/// The real core without a window: what tests/kills/campaign.py starts, and kills.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{u"server"_s, u"the service"_s, u"URL"_s},
                       {u"ca-file"_s, u"its certificate"_s, u"PEM"_s},
                       {u"token-file"_s, u"the token"_s, u"FILE"_s},
                       {u"data-dir"_s, u"where to keep data"_s, u"DIR"_s},
                       {u"hold"_s, u"how long decisions are held"_s, u"MS"_s, u"0"_s},
                       {u"seed"_s, u"of the decisions"_s, u"N"_s, u"1"_s},
                       {u"decisions"_s, u"how many to make at most"_s, u"N"_s, u"12"_s},
                       {u"settle"_s, u"decide nothing: deliver what waits, say what stands, end"_s}});
    parser.addHelpOption();
    parser.process(application);
    QFile token(parser.value(u"token-file"_s));
    if (!token.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "%s can't be read\n", qPrintable(token.fileName()));
        return 2;
    }

    LiveSession session({.server = QUrl(parser.value(u"server"_s)),
                         .caFile = parser.value(u"ca-file"_s),
                         .token = token.readAll().trimmed(),
                         .dataDir = parser.value(u"data-dir"_s),
                         .hold = Milliseconds(parser.value(u"hold"_s).toInt())});
    std::optional<Decider> decider;
    if (parser.isSet(u"settle"_s))
        QObject::connect(&session, &Session::changed, &session, [&session] { sayWhenSettled(session); });
    else
        decider.emplace(session, parser.value(u"seed"_s).toUInt(), parser.value(u"decisions"_s).toInt());
    session.start();
    return QCoreApplication::exec();
}
