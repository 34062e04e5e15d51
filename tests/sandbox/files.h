#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

namespace sandbox {

/// Writes a whole file; throws std::runtime_error where the disk won't.
void writeFile(const std::filesystem::path &path, const std::string &bytes);

/// The same, readable by its owner only from its first byte on.
void writeSecret(const std::filesystem::path &path, const std::string &bytes);

std::optional<std::string> readFile(const std::filesystem::path &path);

/// From the system's source of randomness, good for tokens.
std::string randomHex(std::size_t bytes);

/// Lower-case hexadecimal SHA-256.
std::string sha256(const std::string &bytes);

} // namespace sandbox
