#include "tests/api/certificates.h"

#include "tests/support/catch.h"

#include <QProcess>

using namespace Qt::Literals::StringLiterals;

namespace {

const QStringList newKey{u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s, u"-nodes"_s};

void openssl(const QString &dir, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(dir);
    process.start(u"openssl"_s, arguments);
    const bool finished = process.waitForFinished();
    INFO("openssl " << arguments.join(u' ').toStdString() << "\n" << process.readAllStandardError().toStdString());
    REQUIRE(finished);
    REQUIRE(process.exitCode() == 0);
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
