#include "tests/fuzz/properties.h"

#include <cstdio>
#include <cstdlib>

// libFuzzer's entry, once for each property: ATLAS_FUZZ_PROPERTY names it.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    // A copy that ends where the input ends, so that AddressSanitizer sees a read behind it.
    const QByteArray input(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QString fault = ATLAS_FUZZ_PROPERTY(input);
    if (fault.isEmpty())
        return 0;
    std::fprintf(stderr, "BROKEN: %s\n", qUtf8Printable(fault));
    std::abort();
}
