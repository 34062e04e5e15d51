#include "core/api/codec.h"
#include "tests/fuzz/properties.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Seed
{
    QString name;
    QByteArray bytes;
};

std::vector<Seed> corpusOf(const FuzzTarget &target)
{
    const QDir folder(QStringLiteral(ATLAS_SOURCE_ROOT "/tests/fuzz/corpus/") + QLatin1StringView(target.name));
    std::vector<Seed> seeds;
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        seeds.push_back({name, file.readAll()});
    }
    return seeds;
}

void checkHolds(const FuzzTarget &target, const Seed &seed, const QByteArray &bytes)
{
    const QString fault = target.fault(bytes);
    INFO(target.name << "/" << seed.name.toStdString() << ", " << bytes.size() << " bytes");
    CHECK(fault == QString());
}

} // namespace

TEST_CASE("What must hold of each parser holds for its corpus, and for every beginning of it")
{
    for (const FuzzTarget &target : fuzzTargets) {
        const std::vector<Seed> seeds = corpusOf(target);
        INFO(target.name);
        CHECK(seeds.size() >= 8);
        for (const Seed &seed : seeds) {
            checkHolds(target, seed, seed.bytes);
            for (qsizetype size = 0; size < seed.bytes.size(); size += 1 + seed.bytes.size() / 100)
                checkHolds(target, seed, seed.bytes.left(size));
        }
    }
}

TEST_CASE("A seed is read or refused as its name says")
{
    const auto isRead = [](const QString &target, const QByteArray &bytes) {
        if (target == u"page"_s)
            return readChangePage(bytes).has_value();
        if (target == u"outcome"_s)
            return readOutcome(bytes).has_value();
        if (target == u"session"_s)
            return readSession(bytes, {}).has_value();
        if (target == u"problem"_s)
            return readProblem(bytes).has_value();
        return readTime(QString::fromUtf8(bytes)).has_value();
    };
    for (const FuzzTarget &target : fuzzTargets) {
        const QString name = QLatin1StringView(target.name);
        for (const Seed &seed : corpusOf(target)) {
            INFO(target.name << "/" << seed.name.toStdString());
            if (seed.name.startsWith(u"read-"_s))
                CHECK(isRead(name, seed.bytes));
            if (seed.name.startsWith(u"refused-"_s))
                CHECK_FALSE(isRead(name, seed.bytes));
        }
    }
}
