#pragma once

#include <QByteArray>

/// Whether a PEM text has a certificate in it: a block of that name whose bytes are a whole ASN.1 sequence. What TLS
/// makes of it is told when it is used.
[[nodiscard]] bool holdsCertificate(const QByteArray &pem);
