#include "tests/bench/windowbench.h"

#include "core/session/livesession.h"
#include "tests/bench/memory.h"
#include "tests/bench/series.h"
#include "tests/bench/waiting.h"
#include "ui/common/applytheme.h"
#include "ui/settings/layoutstore.h"
#include "ui/shell/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QMainWindow>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <QTextStream>

namespace {

void say(const QString &line)
{
    QTextStream out(stdout);
    out << line << Qt::endl;
}

void say(const QJsonObject &figures)
{
    say(QString::fromUtf8(QJsonDocument(figures).toJson(QJsonDocument::Compact)));
}

/// Tells when its widget has been painted.
class PaintWatch final : public QObject
{
    Q_OBJECT

public:
    explicit PaintWatch(QWidget &watched)
        : QObject(&watched)
    {
        watched.installEventFilter(this);
    }
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            QMetaObject::invokeMethod(this, &PaintWatch::painted, Qt::QueuedConnection);
        return false;
    }

signals:
    void painted();
};

bool showsRows(const QTableView &view)
{
    const QAbstractItemModel *model = view.model();
    if (!model || model->rowCount() == 0)
        return false;
    return model->index(0, 0).data().toString() != QStringLiteral("Loading");
}

/// The longest time for which the event loop did not come round: how long the interface was held.
class Heartbeat final : public QObject
{
public:
    Heartbeat()
    {
        m_timer.start();
        m_beat.setTimerType(Qt::PreciseTimer);
        connect(&m_beat, &QTimer::timeout, this, [this] {
            m_longest = std::max(m_longest, elapsedMs(m_timer));
            m_timer.start();
        });
        m_beat.start(1);
    }
    [[nodiscard]] double longestMs() const { return m_longest; }
    void reset() { m_longest = 0; }

private:
    QTimer m_beat;
    QElapsedTimer m_timer;
    double m_longest = 0;
};

/// From the key to the painted answer.
double keystroke(LiveSession &session, QTableView &view, QLineEdit &search, char key)
{
    PaintWatch watch(*view.viewport());
    bool opened = false;
    const QObject context;
    QObject::connect(&session, &Session::listOpened, &context, [&opened](const ListOpened &) { opened = true; });
    QElapsedTimer timer;
    timer.start();
    QTest::keyClick(&search, key);
    (void)waitFor(watch, &PaintWatch::painted, [&opened] { return opened; }, 60'000);
    return elapsedMs(timer);
}

/// From the menu's choice to the painted list.
double sortBy(LiveSession &session, QTableView &view, QAction &action)
{
    PaintWatch watch(*view.viewport());
    bool opened = false;
    const QObject context;
    QObject::connect(&session, &Session::listOpened, &context, [&opened](const ListOpened &) { opened = true; });
    QElapsedTimer timer;
    timer.start();
    action.trigger();
    (void)waitFor(watch, &PaintWatch::painted, [&opened] { return opened; }, 60'000);
    return elapsedMs(timer);
}

QLineEdit *searchField(const QTableView &view)
{
    for (QWidget *page = view.parentWidget(); page; page = page->parentWidget()) {
        const QList<QLineEdit *> fields = page->findChildren<QLineEdit *>();
        for (QLineEdit *field : fields) {
            if (field->accessibleName() == QStringLiteral("Search"))
                return field;
        }
    }
    return nullptr;
}

Series scrollFrames(QTableView &view)
{
    Series frames;
    QScrollBar *bar = view.verticalScrollBar();
    constexpr int steps = 200;
    for (int i = 1; i <= steps; ++i) {
        bar->setValue(static_cast<int>(static_cast<qint64>(bar->maximum()) * i / steps));
        QElapsedTimer timer;
        timer.start();
        view.viewport()->repaint();
        frames.add(elapsedMs(timer));
        QCoreApplication::sendPostedEvents();
    }
    return frames;
}

} // namespace

int runBareWindow()
{
    QStandardItemModel model;
    model.appendRow(new QStandardItem(QStringLiteral("One row")));
    QMainWindow window;
    auto *view = new QTableView(&window);
    view->setModel(&model);
    window.setCentralWidget(view);
    window.resize(1100, 720);
    PaintWatch watch(*view->viewport());
    window.show();
    (void)waitFor(watch, &PaintWatch::painted, [n = 0]() mutable { return n++ > 0; });
    say(QStringLiteral("painted"));
    say(QJsonObject{{QStringLiteral("pssKiB"), double(proportionalMemoryKiB())}});
    return 0;
}

int runProgramWindow(const QString &dataDir)
{
    SessionOptions options;
    options.dataDir = dataDir;
    options.offline = true;
    LiveSession session(options);
    session.start();
    applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), ThemeChoice::Light);
    LayoutStore layout(dataDir);
    MainWindow window(session, layout, [](const QUrl &) {});
    window.resize(1100, 720);
    window.show();
    auto *view = window.findChild<QTableView *>(QStringLiteral("invitations"));
    QLineEdit *search = view ? searchField(*view) : nullptr;
    auto *company = window.findChild<QAction *>(QStringLiteral("sortCompany"));
    auto *urgency = window.findChild<QAction *>(QStringLiteral("sortUrgency"));
    if (!search || !company || !urgency)
        return 1;
    PaintWatch watch(*view->viewport());
    if (!waitFor(watch, &PaintWatch::painted, [view] { return showsRows(*view); }, 120'000))
        return 1;
    say(QStringLiteral("painted"));
    Heartbeat heart;
    Series keys;
    for (const char key : {'t', 'r', 'a', 'd'})
        keys.add(keystroke(session, *view, *search, key));
    search->clear();
    const double byCompany = sortBy(session, *view, *company);
    const double byUrgency = sortBy(session, *view, *urgency);
    const double held = heart.longestMs();
    const Series frames = scrollFrames(*view);
    say(QJsonObject{{QStringLiteral("keyMedianMs"), keys.median()},
                    {QStringLiteral("keyMostMs"), keys.most()},
                    {QStringLiteral("sortCompanyMs"), byCompany},
                    {QStringLiteral("sortUrgencyMs"), byUrgency},
                    {QStringLiteral("heldMs"), held},
                    {QStringLiteral("frameMedianMs"), frames.median()},
                    {QStringLiteral("frameMostMs"), frames.most()},
                    {QStringLiteral("pssKiB"), double(proportionalMemoryKiB())}});
    return 0;
}

#include "windowbench.moc"
