#pragma once

#include "tests/sandbox/httpmessages.h"
#include "tests/sandbox/site.h"

#include <map>
#include <string>

namespace sandbox {

/// The other side in a browser, in plain HTML: a business owner signs up, invites, edits, withdraws, disconnects and
/// reads the mail; a colleague decides first. Everything shown is escaped. Any thread.
class Pages
{
public:
    explicit Pages(Site &site)
        : m_site(site)
    {}

    Reply answer(const Request &request);

private:
    using Form = std::map<std::string, std::string>;

    Reply shown(const Request &request);
    Reply posted(const Request &request);

    Reply home();
    Reply signUpPage(const std::string &link, const Form &form, const std::string &fault);
    Reply signUp(const std::string &link, const Form &form);
    Reply invitePage(const Form &form, const std::string &fault);
    Reply invite(const Form &form);
    Reply invitationPage(const std::string &id, const std::string &told);
    Reply editPage(const std::string &id);
    Reply edit(const std::string &id, const Form &form);
    Reply withdraw(const std::string &id);
    Reply decide(const std::string &id, const Form &form);
    Reply clientPage(const std::string &id);
    Reply disconnect(const std::string &id);
    Reply mailPage();

    Site &m_site;
};

} // namespace sandbox
