#include "tests/sandbox/html.h"
#include "tests/sandbox/mail.h"
#include "tests/sandbox/mailtext.h"
#include "tests/sandbox/testservice.h"
#include "tests/support/catch.h"

#include <algorithm>

using namespace sandbox;

namespace {

bool holds(const std::string &text, const std::string &piece)
{
    return text.find(piece) != std::string::npos;
}

std::map<std::string, std::string> application(const std::string &company)
{
    return {{"companyName", company}, {"ownerName", "Zoë 王"}, {"ownerEmail", "zoe@company.example"}};
}

/// The newest invitation's id.
std::string newest(TestService &service)
{
    return stringAt(service.control("GET", "/objects/invitation/").json()["latest"][0], "id");
}

Notice rejection()
{
    Notice notice;
    notice.kind = Notice::Kind::Rejected;
    notice.at = 1795426200000;
    notice.id = "n1";
    notice.toName = "Zoë 王";
    notice.toEmail = "zoe@company.example";
    notice.company = "Ελαιόλαδα ΑΕ";
    notice.branchName = "London";
    notice.branchEmail = "london@harbourvale.example";
    notice.reasonLabel = "Other";
    notice.reasonText = "We have moved";
    notice.message = "Sorry 🙏";
    return notice;
}

} // namespace

TEST_CASE("One signs up through the Client Pays link", "[pages]")
{
    TestService service;
    const std::string url = stringAt(service.get("/v1/branches/paris/client-pays-link").json(), "url");
    const std::string path = url.substr(url.find("/join/"));
    REQUIRE(service.page(path).status == 200);
    auto form = application("Atelier Garonne");
    form["message"] = std::string(3000, 'x');
    CHECK(holds(service.post(path, form).body, "Atelier Garonne"));
    const Json invitation = service.control("GET", "/invitations/" + newest(service)).json()["invitation"];
    CHECK(invitation["origin"] == "client_pays_link");
    CHECK(invitation["branchId"] == "paris");
}

TEST_CASE("A link that was replaced says so", "[pages]")
{
    TestService service;
    CHECK(service.page("/join/old").status == 410);
}

TEST_CASE("One invites a branch's address from External Access", "[pages]")
{
    TestService service;
    auto form = application("Kestrel & Sons <Ltd>");
    form["address"] = "berlin@harbourvale.example";
    const Got got = service.post("/invite", form);
    CHECK(holds(got.body, "Kestrel &amp; Sons &lt;Ltd&gt;"));
    CHECK(service.control("GET", "/invitations/" + newest(service)).json()["invitation"]["branchId"] == "berlin");
}

TEST_CASE("An address that is no branch's is told so, and keeps what was written", "[pages]")
{
    TestService service;
    auto form = application("Kestrel Ltd");
    form["address"] = "priya@harbourvale.example";
    const Got got = service.post("/invite", form);
    CHECK(got.status == 422);
    CHECK(holds(got.body, "is no branch’s e-mail address"));
    CHECK(holds(got.body, "Kestrel Ltd"));
}

TEST_CASE("What is missing in a form is said", "[pages]")
{
    TestService service;
    CHECK(service.post("/invite", {{"address", "london@harbourvale.example"}}).status == 422);
}

TEST_CASE("An invitation is edited and withdrawn by its owner", "[pages]")
{
    TestService service;
    const std::string id = service.invitation();
    const std::string revision = service.revision(id);
    CHECK(holds(service.post("/edit/" + id, application("New Name Ltd")).body, "New Name Ltd"));
    CHECK(service.revision(id) != revision);
    CHECK(holds(service.post("/withdraw/" + id, {}).body, "withdrawn"));
    CHECK(holds(service.post("/withdraw/" + id, {}).body, "be withdrawn any more"));
}

TEST_CASE("A colleague decides first, with reason and message, and the client gets mail", "[pages]")
{
    TestService service;
    const std::string id = service.invitation();
    const Got got = service.post("/decide/" + id, {{"person", "priya"},
                                                   {"type", "reject_invitation"},
                                                   {"reasonId", "other-rejection"},
                                                   {"reasonText", "We have moved"},
                                                   {"message", "Sorry 🙏"}});
    CHECK(holds(got.body, "Done."));
    const std::string mail = service.page("/mail").body;
    CHECK(holds(mail, "Reason: Other"));
    CHECK(holds(mail, "We have moved"));
    CHECK(holds(mail, "Sorry 🙏"));
}

TEST_CASE("A colleague without the permission is told so", "[pages]")
{
    TestService service;
    const Got got =
        service.post("/decide/" + service.invitation(), {{"person", "viktor"}, {"type", "accept_invitation"}});
    CHECK(holds(got.body, "create_clients"));
}

TEST_CASE("A client disconnects on their page", "[pages]")
{
    TestService service;
    const std::string id = service.invitation();
    service.control("POST", "/invitations/" + id + "/decide", {{"type", "accept_invitation"}});
    const std::string client = stringAt(service.control("GET", "/invitations/" + id).json()["invitation"], "clientId");
    CHECK(holds(service.post("/disconnect/" + client, {}).body, "disconnected"));
    CHECK(service.control("GET", "/clients/" + client).json()["client"]["disconnectedBy"] == "client");
}

TEST_CASE("Nothing of a client becomes markup", "[pages]")
{
    CHECK(escaped("<a href=\"x\">'&\x01") == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;\xEF\xBF\xBD");
}

TEST_CASE("A notice is a message of MIME with encoded words", "[mail]")
{
    const std::string message = messageFor(rejection());
    const std::string body = fromBase64(message.substr(message.find("\r\n\r\n")));
    CHECK(holds(message, "\r\nDate: Mon, 23 Nov 2026 09:30:00 +0000\r\n"));
    CHECK(holds(message, "\r\nMessage-ID: <n1@harbourvale.example>\r\n"));
    CHECK(holds(message, "<zoe@company.example>\r\nSubject: =?UTF-8?B?"));
    CHECK(holds(body, "Reason: Other\r\nWe have moved\r\n\r\nSorry 🙏\r\n"));
    CHECK(std::all_of(message.begin(), message.end(), [](char c) { return static_cast<unsigned char>(c) < 128; }));
}

TEST_CASE("No line of a message is longer than 78 characters", "[mail]")
{
    Notice notice = rejection();
    notice.company = std::string(290, 'x');
    notice.toName = std::string(200, 'y');
    const std::string message = messageFor(notice);
    std::size_t longest = 0;
    for (std::size_t at = 0; at < message.size();) {
        const std::size_t end = message.find("\r\n", at);
        longest = std::max(longest, end - at);
        at = end + 2;
    }
    CHECK(longest <= 78);
}

TEST_CASE("Nobody writes a header of their own", "[mail]")
{
    Notice notice = rejection();
    notice.company = "Kestrel\r\nBcc: everyone@company.example";
    notice.toName = "Zoe\nX-Evil: 1";
    notice.toEmail = "a@b.example>\r\nX-Evil: 2";
    const std::string message = messageFor(notice);
    CHECK_FALSE(holds(message, "\nBcc:"));
    CHECK_FALSE(holds(message, "\nX-Evil"));
}

TEST_CASE("Headers and texts come back from their codes", "[mail]")
{
    for (const char *words : {"plain", "Zoë 王 😀 and a long way to go, over more than a single encoded word", "=?x?="})
        CHECK(plainHeader(headerText(words)) == words);
    for (const char *bytes : {"", "a", "ab", "abc", "abcd"})
        CHECK(fromBase64(base64(bytes)) == bytes);
}
