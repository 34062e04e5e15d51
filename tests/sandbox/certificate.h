#pragma once

#include <filesystem>
#include <string>

namespace sandbox {

/// Where the service's keys lie.
struct CertificateFiles
{
    std::string ca;    ///< the root that a client must trust
    std::string chain; ///< leaf, then root
    std::string key;   ///< of the leaf; 0600
};

/// Finds them in `directory`, or makes them: a root and a leaf for localhost, 127.0.0.1 and ::1, valid for ten years
/// and for one. The root's key is thrown away. Throws std::runtime_error where OpenSSL or the disk fails.
CertificateFiles certificateIn(const std::filesystem::path &directory);

} // namespace sandbox
