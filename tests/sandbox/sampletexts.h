#pragma once

#include <string>
#include <vector>

namespace sandbox {

/// A name as its owner writes it, and what stands in an e-mail address.
struct SampleName
{
    std::string written;
    std::string ascii;
};

/// How people, companies and messages look in one place of the world.
struct Culture
{
    std::string country;
    bool familyFirst = false;
    std::string between; ///< what stands between the two names
    std::vector<SampleName> given;
    std::vector<SampleName> family;
    std::vector<std::string> firstWords;  ///< of a company's name
    std::vector<std::string> secondWords; ///< may be empty; the family's name may stand there instead
    std::vector<std::string> forms;       ///< legal forms, with what stands before them
    std::vector<std::string> messages;    ///< `{company}` and `{owner}` are filled in
};

/// Latin, Greek, Cyrillic, Arabic, Hebrew, Indic, Chinese, Japanese and Korean scripts, some emoji; made up.
const std::vector<Culture> &cultures();

} // namespace sandbox
