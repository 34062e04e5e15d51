#include "core/domain/pem.h"
#include "tests/support/catch.h"

namespace {

QByteArray block(const QByteArray &der)
{
    return "-----BEGIN CERTIFICATE-----\n" + der.toBase64() + "\n-----END CERTIFICATE-----\n";
}

/// Sequences of the lengths that have a form of their own.
const QByteArray shortOne = QByteArray::fromHex("3003020101");
const QByteArray longOne = QByteArray::fromHex("30820100") + QByteArray(256, '\1');

} // namespace

TEST_CASE("A block of the name with a whole sequence in it is a certificate")
{
    CHECK(holdsCertificate(block(shortOne)));
    CHECK(holdsCertificate(block(longOne)));
    CHECK(holdsCertificate("subject=CN = Root\r\n" + block(longOne).replace("\n", "\r\n")));
}

TEST_CASE("One certificate behind something that is none is enough")
{
    CHECK(holdsCertificate(block("not DER") + block(shortOne)));
}

TEST_CASE("What has no whole certificate in it is told apart")
{
    CHECK_FALSE(holdsCertificate({}));
    CHECK_FALSE(holdsCertificate("hello"));
    CHECK_FALSE(holdsCertificate("-----BEGIN PRIVATE KEY-----\nMAMCAQE=\n-----END PRIVATE KEY-----\n"));
    CHECK_FALSE(holdsCertificate("-----BEGIN CERTIFICATE-----\nMAMCAQE=\n"));
    CHECK_FALSE(holdsCertificate(block({})));
    CHECK_FALSE(holdsCertificate(block("This is no certificate.")));
    CHECK_FALSE(holdsCertificate(block(longOne.chopped(1))));
    CHECK_FALSE(holdsCertificate(block(QByteArray::fromHex("3085ffffffffff"))));
}
