#include "tests/sandbox/pages.h"

#include "tests/sandbox/html.h"
#include "tests/sandbox/textrules.h"

namespace sandbox {

namespace {

constexpr std::int64_t listed = 40;

std::string valueOf(const std::map<std::string, std::string> &form, const std::string &name)
{
    const auto found = form.find(name);
    return found == form.end() ? std::string() : found->second;
}

/// What follows the prefix, where the path begins with it.
std::optional<std::string> after(const std::string &path, const std::string &prefix)
{
    if (path.size() <= prefix.size() || path.compare(0, prefix.size(), prefix) != 0)
        return std::nullopt;
    return path.substr(prefix.size());
}

Reply missingPage()
{
    return htmlReply(page("Not found", "<p>There is no such page.</p>"), 404);
}

std::string branchTable(World &world)
{
    std::string rows;
    for (const Row &row : world.practice().store().all("branch")) {
        const Json branch = Json::parse(row.body);
        const std::string link = "/join/" + stringAt(world.practice().link(row.id), "token");
        rows += "<tr><td>" + escaped(stringAt(branch, "name")) + "</td><td>" + escaped(stringAt(branch, "email")) +
                "</td><td>" + escaped(row.status) + "</td><td>" +
                (row.status == "active" ? linkHtml(link, "Client Pays link") : std::string()) + "</td></tr>\n";
    }
    return "<table><tr><th>Branch</th><th>E-mail address</th><th>State</th><th></th></tr>\n" + rows + "</table>\n";
}

std::string latestTable(World &world, const std::string &kind, const std::string &path)
{
    std::string rows;
    for (const Row &row : world.practice().store().latest(kind, listed)) {
        const Json body = Json::parse(row.body);
        const std::string company = stringAt(body, "companyName");
        rows += "<tr><td>" + linkHtml(path + row.id, company.empty() ? row.id : company) + "</td><td dir=\"auto\">" +
                escaped(stringAt(body, "ownerName")) + "</td><td>" + escaped(world.practice().branchName(row.branch)) +
                "</td><td>" + escaped(row.status) + "</td></tr>\n";
    }
    return "<table><tr><th>Company</th><th>Owner</th><th>Branch</th><th>State</th></tr>\n" + rows + "</table>\n";
}

} // namespace

Reply Pages::answer(const Request &request)
{
    if (request.method == "POST")
        return posted(request.path, request.form());
    return request.method == "GET" ? shown(request.path) : missingPage();
}

Reply Pages::shown(const std::string &path)
{
    if (path == "/")
        return home();
    if (path == "/invite")
        return invitePage({}, {});
    if (path == "/mail")
        return mailPage();
    if (const auto link = after(path, "/join/"))
        return signUpPage(*link, {}, {});
    if (const auto id = after(path, "/invitation/"))
        return invitationPage(*id, {});
    for (const char *prefix : {"/client/", "/account/"}) {
        if (const auto id = after(path, prefix))
            return clientPage(*id, {});
    }
    return missingPage();
}

Reply Pages::posted(const std::string &path, const Form &form)
{
    if (path == "/invite")
        return invite(form);
    if (const auto link = after(path, "/join/"))
        return signUp(*link, form);
    if (const auto id = after(path, "/edit/"))
        return edit(*id, form);
    if (const auto id = after(path, "/withdraw/"))
        return withdraw(*id);
    if (const auto id = after(path, "/decide/"))
        return decide(*id, form);
    if (const auto id = after(path, "/disconnect/"))
        return disconnect(*id);
    return missingPage();
}

Reply Pages::home()
{
    return m_site.withWorld([](World &world) {
        return htmlReply(
            page("Harbour & Vale, from the other side",
                 "<p>Be a business owner: sign up through a branch’s Client Pays link, or invite a branch’s "
                 "e-mail address from External Access. Be the colleague who decides first: open an "
                 "invitation.</p><h2>Branches</h2>" +
                     branchTable(world) + "<h2>Invitations, latest first</h2>" +
                     latestTable(world, "invitation", "/invitation/") + "<h2>Clients, latest first</h2>" +
                     latestTable(world, "client", "/client/")));
    });
}

std::string applicationFields(const std::map<std::string, std::string> &values)
{
    const auto field = [&values](const char *name, const char *label, int rows, bool required) {
        return fieldHtml({name, label, valueOf(values, name), rows, required});
    };
    return field("companyName", "Company", 1, true) + field("ownerName", "Your name", 1, true) +
           field("ownerEmail", "Your e-mail address", 1, true) +
           field("country", "Country, two letters (optional)", 1, false) +
           field("registrationNumber", "Registration number (optional)", 1, false) +
           field("message", "Message to the accountant (optional)", 5, false);
}

Application applicationOf(const std::map<std::string, std::string> &form)
{
    return {valueOf(form, "companyName"), valueOf(form, "ownerName"), valueOf(form, "ownerEmail"),
            valueOf(form, "message"),     valueOf(form, "country"),   valueOf(form, "registrationNumber")};
}

std::string applicationFault(const Application &application)
{
    const std::string &country = application.country;
    const auto letter = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (application.companyName.empty() || application.ownerName.empty() || application.ownerEmail.empty())
        return "Company, name and e-mail address are needed.";
    if (application.ownerEmail.find('@') == std::string::npos)
        return "That is no e-mail address.";
    if (!country.empty() && (country.size() != 2 || !letter(country[0]) || !letter(country[1])))
        return "A country is two capital letters, such as GB.";
    if (codePoints(application.companyName) > 300 || codePoints(application.ownerName) > 200 ||
        codePoints(application.ownerEmail) > 320 || codePoints(application.registrationNumber) > 64 ||
        codePoints(application.message) > 4000)
        return "Something is too long: a message has at most 4,000 characters, a company’s name 300.";
    return {};
}

Reply Pages::signUpPage(const std::string &link, const Form &form, const std::string &told)
{
    return m_site.withWorld([&](World &world) {
        const auto branch = world.practice().branchOfLink(link);
        if (!branch || branch->status != "active")
            return htmlReply(page("This link does not work any more",
                                  "<p>The branch has made a new Client Pays link, or has closed. Ask it for the new "
                                  "link.</p>"),
                             410);
        return htmlReply(page("Sign up for Fiskl with Harbour & Vale, " + world.practice().branchName(branch->id),
                              noteHtml(told) +
                                  "<p>You pay for Fiskl yourself. Finishing this sends your invitation to "
                                  "the branch.</p>" +
                                  formHtml("/join/" + link, applicationFields(form), "Sign up")),
                         told.empty() ? 200 : 422);
    });
}

Reply Pages::signUp(const std::string &link, const Form &form)
{
    const Application application = applicationOf(form);
    if (const std::string fault = applicationFault(application); !fault.empty())
        return signUpPage(link, form, fault);
    const auto row = m_site.withWorld([&](World &world) { return world.clients().signUp(link, application); });
    return row ? seeOther("/invitation/" + row->id) : signUpPage(link, form, {});
}

Reply Pages::invitePage(const Form &form, const std::string &told)
{
    const Field address{"address", "Your accountant’s branch e-mail address", valueOf(form, "address"), 1, true};
    return htmlReply(
        page("External Access", noteHtml(told) + "<p>Invite your accountant’s branch by its e-mail address.</p>" +
                                    formHtml("/invite", fieldHtml(address) + applicationFields(form), "Invite")),
        told.empty() ? 200 : 422);
}

Reply Pages::invite(const Form &form)
{
    const Application application = applicationOf(form);
    if (const std::string fault = applicationFault(application); !fault.empty())
        return invitePage(form, fault);
    const auto row =
        m_site.withWorld([&](World &world) { return world.clients().invite(valueOf(form, "address"), application); });
    if (row)
        return seeOther("/invitation/" + row->id);
    return invitePage(form, "“" + valueOf(form, "address") +
                                "” is no branch’s e-mail address, so no branch of Harbour & Vale gets this invitation. "
                                "Ask your accountant for the address of their branch.");
}

Reply Pages::mailPage()
{
    std::string content;
    for (const Maildir::Mail &mail : m_site.mail.latest(std::size_t(listed)))
        content += "<h2 dir=\"auto\">" + escaped(mail.subject) + "</h2>\n<table>" + factHtml("To", mail.to) +
                   factHtml("Date", mail.date) + "</table><pre dir=\"auto\">" + escaped(mail.body) + "</pre>\n";
    return htmlReply(page("Mail to clients", content.empty() ? "<p>None yet.</p>" : content));
}

} // namespace sandbox
