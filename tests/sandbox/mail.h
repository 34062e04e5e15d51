#pragma once

#include "tests/sandbox/practice.h"

#include <filesystem>
#include <string>
#include <vector>

namespace sandbox {

/// A notice to a client as an RFC 5322 message: MIME, text/plain in UTF-8, base64; nothing in it can add a header.
std::string messageFor(const Notice &notice);

/// A Maildir. Any thread, since every message is a file of its own.
class Maildir
{
public:
    explicit Maildir(const std::filesystem::path &directory);

    /// Written under tmp, then renamed into new. Throws std::filesystem::filesystem_error or std::runtime_error.
    void deliver(const Notice &notice) const;

    struct Mail
    {
        std::string file;
        std::string to;
        std::string subject;
        std::string date;
        std::string body;
    };
    /// Newest first, at most so many, decoded.
    std::vector<Mail> latest(std::size_t most) const;

private:
    std::filesystem::path m_directory;
};

} // namespace sandbox
