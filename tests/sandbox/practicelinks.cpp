#include "tests/sandbox/practice.h"

#include "tests/sandbox/textrules.h"

namespace sandbox {

namespace {

std::string noteName(const std::string &branch)
{
    return "link/" + branch;
}

/// The address without what people paste around it.
std::string trimmed(const std::string &text)
{
    const auto first = text.find_first_not_of(" \t\r\n<");
    const auto last = text.find_last_not_of(" \t\r\n>");
    return first == std::string::npos ? std::string() : text.substr(first, last - first + 1);
}

} // namespace

Json Practice::link(const std::string &branch) const
{
    return Json::parse(m_store.note(noteName(branch)).value_or("{}"));
}

void Practice::renewLink(const std::string &branch)
{
    commit([this, &branch] {
        const Json made{{"token", newId("")}, {"createdAt", rfc3339(now())}};
        m_store.setNote(noteName(branch), text(made));
    });
}

std::optional<Row> Practice::branchOfLink(const std::string &token) const
{
    for (const std::string &branch : m_branches) {
        if (!token.empty() && stringAt(link(branch), "token") == token)
            return find("branch", branch);
    }
    return std::nullopt;
}

std::optional<Row> Practice::branchOfAddress(const std::string &email) const
{
    const std::string wanted = lowerAscii(trimmed(email));
    for (const std::string &branch : m_branches) {
        auto row = find("branch", branch);
        if (row && !wanted.empty() && lowerAscii(stringAt(Json::parse(row->body), "email")) == wanted)
            return row;
    }
    return std::nullopt;
}

} // namespace sandbox
