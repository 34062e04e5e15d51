#include "tests/bench/servicebench.h"
#include "tests/bench/series.h"
#include "tests/bench/windowbench.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>

namespace {

struct WindowFigures
{
    double startMs = -1; ///< From the start of the process to painted rows: the median of some
    QJsonObject rest;
};

WindowFigures runChild(const QStringList &arguments, int times)
{
    WindowFigures figures;
    Series starts;
    for (int i = 0; i < times; ++i) {
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        QElapsedTimer timer;
        timer.start();
        child.start(QCoreApplication::applicationFilePath(), arguments);
        constexpr int mostMs = 300'000;
        if (!child.waitForStarted() || !child.waitForReadyRead(mostMs))
            return figures;
        starts.add(elapsedMs(timer));
        child.waitForFinished(mostMs);
        const QList<QByteArray> lines = child.readAllStandardOutput().trimmed().split('\n');
        figures.rest = QJsonDocument::fromJson(lines.constLast()).object();
    }
    figures.startMs = starts.median();
    return figures;
}

void row(QTextStream &out, const QString &what, double value, const QString &unit, const QString &ratio = {})
{
    out << QStringLiteral("  %1 %2 %3  %4\n").arg(what, -44).arg(value, 10, 'f', 1).arg(unit, -4).arg(ratio);
}

QString times(double value, double yardstick, const QString &of)
{
    if (yardstick <= 0)
        return {};
    return QStringLiteral("%1 x %2").arg(value / yardstick, 0, 'f', 2).arg(of);
}

void measure(QTextStream &out, const QString &sandbox, qint64 rows, const WindowFigures &bare)
{
    const QTemporaryDir dataDir;
    const ServiceFigures service = measureService(sandbox, rows, dataDir.path());
    const WindowFigures window = runChild({QStringLiteral("--child-program"), dataDir.path()}, 3);
    const auto figure = [&window](const char *name) { return window.rest.value(QLatin1StringView(name)).toDouble(-1); };
    const QString bareWindow = QStringLiteral("a bare Qt window");
    out << rows << " invitations\n";
    row(out, QStringLiteral("first sync over TLS"), service.firstSyncMs, QStringLiteral("ms"),
        times(service.firstSyncMs, service.importMs, QStringLiteral("sqlite3 importing them")));
    row(out, QStringLiteral("new invitation to badge, median"), service.badgeMedianMs, QStringLiteral("ms"));
    row(out, QStringLiteral("new invitation to badge, longest of 20"), service.badgeMostMs, QStringLiteral("ms"));
    row(out, QStringLiteral("start of the process to painted list"), window.startMs, QStringLiteral("ms"),
        times(window.startMs, bare.startMs, bareWindow));
    row(out, QStringLiteral("sort by company"), figure("sortCompanyMs"), QStringLiteral("ms"));
    row(out, QStringLiteral("sort by urgency"), figure("sortUrgencyMs"), QStringLiteral("ms"));
    row(out, QStringLiteral("search keystroke to painted, median"), figure("keyMedianMs"), QStringLiteral("ms"));
    row(out, QStringLiteral("search keystroke to painted, longest"), figure("keyMostMs"), QStringLiteral("ms"));
    row(out, QStringLiteral("interface held meanwhile, longest"), figure("heldMs"), QStringLiteral("ms"));
    row(out, QStringLiteral("scroll frame, median"), figure("frameMedianMs"), QStringLiteral("ms"));
    row(out, QStringLiteral("scroll frame, longest"), figure("frameMostMs"), QStringLiteral("ms"));
    const double pss = figure("pssKiB");
    row(out, QStringLiteral("memory (PSS)"), pss / 1024, QStringLiteral("MiB"),
        times(pss, bare.rest.value(QLatin1StringView("pssKiB")).toDouble(), bareWindow));
    out << Qt::endl;
}

} // namespace

/// Prints figures; passes or fails by none of them. Only a figure that could not be taken at all is an error.
int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{QStringLiteral("rows"), QStringLiteral("Sizes to measure."), QStringLiteral("N,N"),
                        QStringLiteral("10000,100000,1000000")},
                       {QStringLiteral("sandbox"), QStringLiteral("The atlas-sandbox program."), QStringLiteral("FILE"),
                        QFileInfo(QCoreApplication::applicationFilePath()).path() + QStringLiteral("/atlas-sandbox")},
                       {QStringLiteral("child-program"), QStringLiteral("Used by the benchmark."), QStringLiteral("DIR")},
                       {QStringLiteral("child-bare"), QStringLiteral("Used by the benchmark.")}});
    parser.addHelpOption();
    parser.process(application);
    if (parser.isSet(QStringLiteral("child-bare")))
        return runBareWindow();
    if (parser.isSet(QStringLiteral("child-program")))
        return runProgramWindow(parser.value(QStringLiteral("child-program")));
    QTextStream out(stdout);
    const WindowFigures bare = runChild({QStringLiteral("--child-bare")}, 5);
    out << "A bare Qt window: " << bare.startMs << " ms to painted\n\n" << Qt::flush;
    const QStringList sizes = parser.value(QStringLiteral("rows")).split(u',');
    for (const QString &size : sizes)
        measure(out, parser.value(QStringLiteral("sandbox")), size.toLongLong(), bare);
    return bare.startMs > 0 ? 0 : 1;
}
