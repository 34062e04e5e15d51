#include "tests/api/certificates.h"

#include "tests/support/catch.h"

#include <cstdlib>

using namespace Qt::Literals::StringLiterals;

namespace {

const QStringList newKey{u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s, u"-nodes"_s};

/// By std::system and not QProcess, which starts programs by vfork(): after that GCC's ThreadSanitizer no longer sees what
/// the calling thread synchronises with.
void openssl(const QString &dir, const QStringList &arguments)
{
    QString command = u"cd \"%1\" && openssl"_s.arg(dir);
    for (const QString &argument : arguments)
        command += u" \"%1\""_s.arg(argument);
    const int outcome = std::system((command + u" 2>openssl.log"_s).toLocal8Bit().constData());
    INFO(command.toStdString() << ": see openssl.log there");
    REQUIRE(outcome == 0);
}

} // namespace

const Certificates &Certificates::ofThisRun()
{
    static const Certificates certificates;
    return certificates;
}

Certificates::Certificates()
{
    makeRoot(u"root"_s);
    makeRoot(u"other"_s);
    const QString here = u"DNS:localhost,IP:127.0.0.1"_s;
    makeLeaf(u"good"_s, here, 2);
    makeLeaf(u"expired"_s, here, -1);
    makeLeaf(u"otherhost"_s, u"DNS:elsewhere.example"_s, 2);
}

void Certificates::makeRoot(const QString &name) const
{
    openssl(m_dir.path(), QStringList{u"req"_s, u"-x509"_s} + newKey +
                              QStringList{u"-keyout"_s, name + ".key"_L1, u"-out"_s, name + ".pem"_L1, u"-days"_s,
                                          u"2"_s, u"-subj"_s, "/CN=Atlas test "_L1 + name});
}

void Certificates::makeLeaf(const QString &name, const QString &hosts, int days) const
{
    openssl(m_dir.path(), QStringList{u"req"_s} + newKey +
                              QStringList{u"-keyout"_s, name + ".key"_L1, u"-out"_s, name + ".csr"_L1, u"-subj"_s,
                                          u"/CN=localhost"_s, u"-addext"_s, "subjectAltName="_L1 + hosts});
    openssl(m_dir.path(), {u"x509"_s, u"-req"_s, u"-in"_s, name + ".csr"_L1, u"-CA"_s, u"root.pem"_s, u"-CAkey"_s,
                           u"root.key"_s, u"-CAcreateserial"_s, u"-copy_extensions"_s, u"copy"_s, u"-days"_s,
                           QString::number(days), u"-out"_s, name + ".pem"_L1});
}
