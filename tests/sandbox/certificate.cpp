#include "tests/sandbox/certificate.h"

#include "tests/sandbox/files.h"

#include <memory>
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>
#include <stdexcept>

namespace sandbox {

namespace {

constexpr long daySeconds = 24 * 3600;

template <auto release>
struct Release
{
    template <typename Thing>
    void operator()(Thing *thing) const
    {
        release(thing);
    }
};

using Key = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Release<X509_free>>;
using Bio = std::unique_ptr<BIO, Release<BIO_free>>;

void require(bool good)
{
    if (!good)
        throw std::runtime_error("OpenSSL can't make the certificate");
}

Key newKey()
{
    Key key(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
    require(key != nullptr);
    return key;
}

void addName(X509_NAME *name, const char *field, const std::string &value)
{
    require(X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8,
                                       reinterpret_cast<const unsigned char *>(value.c_str()), -1, -1, 0) == 1);
}

void extend(X509 *certificate, X509 *issuer, int kind, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value);
    require(extension != nullptr);
    const int added = X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
    require(added == 1);
}

Certificate newCertificate(const Key &key, const std::string &name, long days)
{
    Certificate certificate(X509_new());
    require(certificate != nullptr);
    std::uint64_t serial = 0;
    require(RAND_bytes(reinterpret_cast<unsigned char *>(&serial), sizeof serial) == 1);
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate.get()), serial >> 1);
    X509_set_version(certificate.get(), X509_VERSION_3);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -2 * daySeconds);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), days * daySeconds);
    X509_set_pubkey(certificate.get(), key.get());
    addName(X509_get_subject_name(certificate.get()), "O", "Atlas sandbox");
    addName(X509_get_subject_name(certificate.get()), "CN", name);
    return certificate;
}

Certificate newRoot(const Key &key)
{
    Certificate root = newCertificate(key, "Atlas sandbox root " + randomHex(4), 3650);
    X509_set_issuer_name(root.get(), X509_get_subject_name(root.get()));
    extend(root.get(), root.get(), NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
    extend(root.get(), root.get(), NID_key_usage, "critical,keyCertSign,cRLSign");
    extend(root.get(), root.get(), NID_subject_key_identifier, "hash");
    require(X509_sign(root.get(), key.get(), EVP_sha256()) > 0);
    return root;
}

Certificate newLeaf(const Key &key, const Certificate &root, const Key &rootKey)
{
    Certificate leaf = newCertificate(key, "localhost", 365);
    X509_set_issuer_name(leaf.get(), X509_get_subject_name(root.get()));
    extend(leaf.get(), root.get(), NID_basic_constraints, "critical,CA:FALSE");
    extend(leaf.get(), root.get(), NID_key_usage, "critical,digitalSignature");
    extend(leaf.get(), root.get(), NID_ext_key_usage, "serverAuth");
    extend(leaf.get(), root.get(), NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1,IP:::1");
    extend(leaf.get(), root.get(), NID_subject_key_identifier, "hash");
    extend(leaf.get(), root.get(), NID_authority_key_identifier, "keyid");
    require(X509_sign(leaf.get(), rootKey.get(), EVP_sha256()) > 0);
    return leaf;
}

std::string contents(const Bio &bio)
{
    char *data = nullptr;
    const long length = BIO_get_mem_data(bio.get(), &data);
    return {data, std::size_t(length)};
}

std::string pem(const Certificate &certificate)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    require(bio != nullptr && PEM_write_bio_X509(bio.get(), certificate.get()) == 1);
    return contents(bio);
}

std::string pem(const Key &key)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    require(bio != nullptr &&
            PEM_write_bio_PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1);
    return contents(bio);
}

} // namespace

CertificateFiles certificateIn(const std::filesystem::path &directory)
{
    const CertificateFiles files{(directory / "ca.pem").string(), (directory / "service.pem").string(),
                                 (directory / "service.key").string()};
    if (std::filesystem::exists(files.key) && std::filesystem::exists(files.ca))
        return files;
    const Key rootKey = newKey();
    const Key leafKey = newKey();
    const Certificate root = newRoot(rootKey);
    const Certificate leaf = newLeaf(leafKey, root, rootKey);
    writeFile(files.ca, pem(root));
    writeFile(files.chain, pem(leaf) + pem(root));
    writeSecret(files.key, pem(leafKey));
    return files;
}

} // namespace sandbox
