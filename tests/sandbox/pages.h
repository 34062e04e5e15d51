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

    Reply shown(const std::string &path);
    Reply posted(const std::string &path, const Form &form);

    Reply home();
    Reply signUpPage(const std::string &link, const Form &form, const std::string &told);
    Reply signUp(const std::string &link, const Form &form);
    Reply invitePage(const Form &form, const std::string &told);
    Reply invite(const Form &form);
    Reply mailPage();

    Reply invitationPage(const std::string &id, const std::string &told);
    Reply edit(const std::string &id, const Form &form);
    Reply withdraw(const std::string &id);
    Reply decide(const std::string &id, const Form &form);
    Reply clientPage(const std::string &id, const std::string &told);
    Reply disconnect(const std::string &id);

    Site &m_site;
};

/// The fields of a business owner's form, filled in with what was there.
std::string applicationFields(const std::map<std::string, std::string> &values);
Application applicationOf(const std::map<std::string, std::string> &form);
/// What is wrong with it, in words; empty where it can be taken.
std::string applicationFault(const Application &application);

} // namespace sandbox
