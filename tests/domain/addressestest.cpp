#include "core/domain/link.h"
#include "core/domain/serveraddress.h"
#include "tests/support/catch.h"

using namespace Qt::Literals::StringLiterals;

TEST_CASE("A service's address is read as a person types it")
{
    const auto [typed, origin] = GENERATE(table<QString, QString>({
        {u"atlas.example.com"_s, u"https://atlas.example.com:443"_s},
        {u"  https://Atlas.Example.COM/ "_s, u"https://atlas.example.com:443"_s},
        {u"HTTPS://atlas.example.com:8443"_s, u"https://atlas.example.com:8443"_s},
        {u"localhost:8443"_s, u"https://localhost:8443"_s},
        {u"127.0.0.1:8443/"_s, u"https://127.0.0.1:8443"_s},
        {u"münchen.example"_s, u"https://xn--mnchen-3ya.example:443"_s},
    }));

    const auto address = readServerAddress(typed);

    INFO(typed.toStdString());
    REQUIRE(address);
    CHECK(originOf(*address) == origin);
    CHECK(address->scheme() == u"https"_s);
}

TEST_CASE("What is no https origin is refused: plain http also on loopback")
{
    const QString typed =
        GENERATE(u""_s, u"  "_s, u"http://atlas.example.com"_s, u"http://localhost:8080"_s, u"http://127.0.0.1"_s,
                 u"HTTP://[::1]:80"_s, u"ftp://atlas.example.com"_s, u"file:///etc/passwd"_s, u"https://"_s,
                 u"https://user@atlas.example.com"_s, u"https://user:secret@atlas.example.com"_s,
                 u"https://atlas.example.com/v1"_s, u"atlas.example.com?x=1"_s, u"atlas.example.com#x"_s,
                 u"a b.example"_s, u"https://atlas.example.com:99999"_s);

    const auto address = readServerAddress(typed);

    INFO(typed.toStdString());
    REQUIRE_FALSE(address);
    CHECK(address.error().kind == ErrorKind::InvalidInput);
    CHECK_FALSE(address.error().detail.contains(u"secret"_s));
}

TEST_CASE("A link is opened to a named host over https")
{
    const QStringList hosts{u"links.example"_s, u"xn--mnchen-3ya.example"_s};

    CHECK(trustedLink(u"https://links.example/a?b=c#d"_s, hosts));
    CHECK(trustedLink(u"https://LINKS.example:8443/"_s, hosts));
    CHECK(trustedLink(u"https://xn--mnchen-3ya.example/"_s, hosts));
}

TEST_CASE("A link to anything else is not opened")
{
    const QString text =
        GENERATE(u""_s, u"links.example"_s, u"http://links.example/"_s, u"javascript:alert(1)"_s,
                 u"file:///links.example"_s, u"https://evil.example/links.example"_s,
                 u"https://links.example.evil.example/"_s, u"https://evil.example@links.example/"_s,
                 u"https://links.example@evil.example/"_s, u"https://sub.links.example/"_s,
                 u"https://links.example\\@evil.example/"_s, u"//links.example/"_s, u"https:links.example"_s);

    INFO(text.toStdString());
    CHECK_FALSE(trustedLink(text, {u"links.example"_s}));
}

TEST_CASE("Where no host is named no link is opened")
{
    CHECK_FALSE(trustedLink(u"https://links.example/"_s, {}));
}
