#include "core/api/codec.h"
#include "tests/api/jsonsamples.h"
#include "tests/support/catch.h"

#include <random>

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray validPage()
{
    QJsonArray changes;
    for (const QString &kind : allKinds())
        changes.append(fullChange(kind));
    return toJson(fullPage(changes));
}

/// Every reader, on bytes that may be anything. Reading them is the test: a sanitizer or an assertion would end it.
size_t readAll(const QByteArray &bytes)
{
    const auto page = readChangePage(bytes);
    const auto session = readSession(bytes, u"host"_s);
    const auto outcome = readOutcome(bytes);
    const auto problem = readProblem(bytes);
    const Change change = readChange(bytes);
    return (page ? page->changes.size() : 0) + (session ? 1 : 0) + (outcome ? 1 : 0) + (problem ? 1 : 0) +
           change.index();
}

} // namespace

TEST_CASE("No beginning of a page is a page")
{
    const QByteArray page = validPage();
    REQUIRE(readChangePage(page));

    for (qsizetype size = 0; size < page.size(); ++size) {
        (void)readAll(page.left(size));
        REQUIRE_FALSE(readChangePage(page.left(size)));
    }
}

TEST_CASE("A page with a flipped byte is read or refused, never more")
{
    const QByteArray page = validPage();
    for (qsizetype at = 0; at < page.size(); ++at) {
        for (const char mask : {'\x01', '\x20', '\x7F', '\x80'}) {
            QByteArray damaged = page;
            damaged[at] = static_cast<char>(damaged[at] ^ mask);
            (void)readAll(damaged);
            const auto read = readChangePage(damaged);
            if (read)
                REQUIRE(read->changes.size() <= 6);
        }
    }
}

TEST_CASE("A page with stretches of itself in wrong places is read or refused, never more")
{
    const QByteArray page = validPage();
    std::mt19937 random(20261123);
    const auto below = [&random](qsizetype limit) {
        return static_cast<qsizetype>(random() % static_cast<size_t>(limit));
    };
    for (int i = 0; i < 3000; ++i) {
        QByteArray damaged = page;
        damaged.replace(below(page.size()), below(40), page.mid(below(page.size()), below(40)));
        (void)readAll(damaged);
    }
    SUCCEED();
}

TEST_CASE("Nesting without end is refused")
{
    for (const char *bracket : {"[", "{\"a\":"})
        CHECK_FALSE(readChangePage(QByteArray("{\"changes\":") + QByteArray(bracket).repeated(50'000)));
}
