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

TEST_CASE("The host of a link is named as the network sees it")
{
    CHECK(asciiHost(u"https://evil.example/links.example"_s) == u"evil.example"_s);
    CHECK(asciiHost(u"https://links.example@EVIL.example:8443/"_s) == u"evil.example"_s);
    CHECK(asciiHost(u"https://l\u0456nks.example/"_s) == u"xn--lnks-l9d.example"_s); // Cyrillic i
    CHECK(asciiHost(u"javascript:alert(1)"_s).isEmpty());
    CHECK(asciiHost(u"not a link"_s).isEmpty());
}

TEST_CASE("A mail link is made of the address alone")
{
    const auto [address, link] = GENERATE(table<QString, QByteArray>({
        {u"amara@client.example"_s, "mailto:amara@client.example"},
        {u"Amara.Osei+atlas@Client.Example"_s, "mailto:Amara.Osei+atlas@client.example"},
        {u"a_b-c@m\u00FCnchen.example"_s, "mailto:a_b-c@xn--mnchen-3ya.example"},
    }));

    const auto url = mailLink(address);

    INFO(address.toStdString());
    REQUIRE(url);
    CHECK(url->toEncoded() == link);
}

TEST_CASE("From an address that says more no mail link is made")
{
    const QString address = GENERATE(
        QString(), u"amara"_s, u"@client.example"_s, u"amara@"_s, u"amara@localhost"_s, u"a@b@client.example"_s,
        u"amara@client.example?cc=x@evil.example"_s, u"amara?subject=x@client.example"_s,
        u"amara@client.example&attach=/etc/passwd"_s, u"amara@client.example,x@evil.example"_s,
        u"a,b@client.example"_s, u"a';b@client.example"_s, u"\"a b\"@client.example"_s, u"a%0Ab@client.example"_s,
        u"a\nb@client.example"_s, u"amara@client.example\r\nBcc: x"_s, u" amara@client.example"_s,
        u"Amara <amara@client.example>"_s, u"-attach@client.example"_s, u".a@client.example"_s, u"a..b@client.example"_s,
        u"amar\u0430@client.example"_s, u"amara@[127.0.0.1]"_s, u"amara@-client.example"_s, u"amara@client..example"_s,
        u"amara@client.example/x"_s, u"mailto:amara@client.example"_s, QString(65, u'a') + u"@client.example"_s);

    INFO(address.toStdString());
    CHECK_FALSE(mailLink(address));
}
