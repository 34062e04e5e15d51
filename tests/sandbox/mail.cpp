#include "tests/sandbox/mail.h"

#include "tests/sandbox/files.h"
#include "tests/sandbox/mailtext.h"

#include <algorithm>

namespace sandbox {

namespace {

std::string subjectOf(const Notice &notice)
{
    switch (notice.kind) {
    case Notice::Kind::Accepted:
        return "Harbour & Vale accepted your invitation: " + notice.company;
    case Notice::Kind::Rejected:
        return "Harbour & Vale can't take your invitation: " + notice.company;
    case Notice::Kind::Disconnected:
        return "Harbour & Vale ended its connection with " + notice.company;
    }
    return {};
}

std::string openingOf(const Notice &notice)
{
    switch (notice.kind) {
    case Notice::Kind::Accepted:
        return "our branch " + notice.branchName + " has accepted your invitation. We now have access to " +
               notice.company + " in Fiskl; you go on paying for it. Either of us can end this at any time.";
    case Notice::Kind::Rejected:
        return "our branch " + notice.branchName + " can't take your invitation for " + notice.company + ".";
    case Notice::Kind::Disconnected:
        return "our branch " + notice.branchName + " has ended its connection with " + notice.company +
               ". Nobody at our firm has access any more.";
    }
    return {};
}

std::string wordsOf(const Notice &notice)
{
    std::string words = "Dear " + notice.toName + ",\n\n" + openingOf(notice) + "\n";
    if (!notice.reasonLabel.empty())
        words += "\nReason: " + notice.reasonLabel + "\n";
    if (!notice.reasonText.empty())
        words += notice.reasonText + "\n";
    if (!notice.message.empty())
        words += "\n" + notice.message + "\n";
    return words + "\nHarbour & Vale, " + notice.branchName + "\n" + notice.branchEmail + "\n";
}

/// Text in the line ends of mail.
std::string withCrLf(const std::string &text)
{
    std::string result;
    for (const char c : text) {
        if (c == '\n' && (result.empty() || result.back() != '\r'))
            result += '\r';
        result += c;
    }
    return result;
}

/// The header's value with its folded lines, or nothing.
std::string headerOf(const std::string &message, const std::string &name)
{
    const std::string headers = "\r\n" + message.substr(0, message.find("\r\n\r\n")) + "\r\n";
    const auto found = headers.find("\r\n" + name + ": ");
    if (found == std::string::npos)
        return {};
    const auto begin = found + name.size() + 4;
    auto end = headers.find("\r\n", begin);
    while (end + 2 < headers.size() && headers[end + 2] == ' ')
        end = headers.find("\r\n", end + 2);
    return headers.substr(begin, end - begin);
}

} // namespace

std::string messageFor(const Notice &notice)
{
    return "From: " + mailbox("Harbour & Vale, " + notice.branchName, notice.branchEmail) +
           "\r\nTo: " + mailbox(notice.toName, notice.toEmail) + "\r\nSubject: " + headerText(subjectOf(notice)) +
           "\r\nDate: " + mailDate(notice.at) + "\r\nMessage-ID: <" + notice.id +
           "@harbourvale.example>\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n"
           "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
           bodyLines(withCrLf(wordsOf(notice)));
}

Maildir::Maildir(const std::filesystem::path &directory)
    : m_directory(directory)
{
    for (const char *part : {"tmp", "new", "cur"})
        std::filesystem::create_directories(m_directory / part);
}

void Maildir::deliver(const Notice &notice) const
{
    const std::string name = std::to_string(notice.at) + "." + notice.id + ".sandbox";
    writeFile(m_directory / "tmp" / name, messageFor(notice));
    std::filesystem::rename(m_directory / "tmp" / name, m_directory / "new" / name);
}

std::vector<Maildir::Mail> Maildir::latest(std::size_t most) const
{
    std::vector<std::filesystem::path> files;
    for (const char *part : {"new", "cur"}) {
        for (const auto &entry : std::filesystem::directory_iterator(m_directory / part))
            files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end(), [](const auto &a, const auto &b) { return a.filename() > b.filename(); });
    files.resize(std::min(files.size(), most));
    std::vector<Mail> mails;
    for (const auto &file : files) {
        const std::string message = readFile(file).value_or(std::string());
        const std::string body = message.substr(std::min(message.find("\r\n\r\n"), message.size()));
        mails.push_back({file.filename().string(), plainHeader(headerOf(message, "To")),
                         plainHeader(headerOf(message, "Subject")), headerOf(message, "Date"), fromBase64(body)});
    }
    return mails;
}

} // namespace sandbox
