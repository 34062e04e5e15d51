#include "tests/sandbox/pages.h"

#include "tests/sandbox/html.h"

namespace sandbox {

namespace {

std::string valueOf(const std::map<std::string, std::string> &form, const std::string &name)
{
    const auto found = form.find(name);
    return found == form.end() ? std::string() : found->second;
}

Reply missing(const char *what)
{
    return htmlReply(page("Not found", std::string("<p>There is no such ") + what + ".</p>"), 404);
}

std::string labelOf(World &world, const std::string &reason)
{
    const auto row = world.practice().find("reason", reason);
    return row ? stringAt(Json::parse(row->body), "label") : reason;
}

std::string invitationFacts(World &world, const Row &row, const Json &body)
{
    return "<table>" + factHtml("State", row.status) + factHtml("Branch", world.practice().branchName(row.branch)) +
           factHtml("Company", stringAt(body, "companyName")) + factHtml("Owner", stringAt(body, "ownerName")) +
           factHtml("E-mail", stringAt(body, "ownerEmail")) + factHtml("Sent", stringAt(body, "sentAt")) +
           factHtml("Message", stringAt(body, "message")) + factHtml("Decided", stringAt(body, "decidedAt")) +
           factHtml("By", stringAt(body, "decidedByName")) +
           factHtml("Reason", labelOf(world, stringAt(body, "reasonId"))) +
           factHtml("In their words", stringAt(body, "reasonText")) +
           factHtml("Their message", stringAt(body, "replyMessage")) + "</table>\n";
}

std::string option(const std::string &value, const std::string &label)
{
    return "<option value=\"" + escaped(value) + "\">" + escaped(label) + "</option>\n";
}

/// Who could decide, as choices.
std::string colleagueChoice(World &world)
{
    std::string options;
    for (const Person &person : world.practice().people())
        options += option(person.key, person.name);
    return "<label>Colleague<select name=\"person\">" + options + "</select></label>\n";
}

std::string reasonChoice(World &world)
{
    std::string options;
    for (const Row &row : world.practice().store().all("reason")) {
        const Json reason = Json::parse(row.body);
        if (stringAt(reason, "use") == "rejection")
            options += option(row.id, stringAt(reason, "label"));
    }
    return "<label>Reason<select name=\"reasonId\">" + options + "</select></label>\n";
}

std::string hidden(const char *name, const std::string &value)
{
    return std::string("<input type=\"hidden\" name=\"") + name + "\" value=\"" + escaped(value) + "\">\n";
}

std::string ownerForms(const std::string &id, const Json &body)
{
    std::map<std::string, std::string> values;
    for (const char *name : {"companyName", "ownerName", "ownerEmail", "country", "registrationNumber", "message"})
        values[name] = stringAt(body, name);
    return "<h2>As the business owner</h2>" + formHtml("/edit/" + id, applicationFields(values), "Save changes") +
           formHtml("/withdraw/" + id, {}, "Withdraw invitation");
}

std::string colleagueForms(World &world, const std::string &id)
{
    const std::string who = colleagueChoice(world);
    return "<h2>As the colleague who decides first</h2>" +
           formHtml("/decide/" + id, hidden("type", "accept_invitation") + who, "Accept Invitation") +
           formHtml("/decide/" + id,
                    hidden("type", "reject_invitation") + who + reasonChoice(world) +
                        fieldHtml({"reasonText", "Reason in your own words", {}, 1, false}) +
                        fieldHtml({"message", "Message to the client (optional)", {}, 3, false}),
                    "Confirm Rejection");
}

/// What the colleague's answer says to a person.
std::string sentenceFor(const Answer &answer)
{
    const Json body = Json::parse(answer.body);
    if (answer.status < 300)
        return stringAt(body, "result") == "applied" ? "Done." : "Somebody had already decided the same.";
    const std::string detail = stringAt(body, "permission") + stringAt(body, "detail");
    return stringAt(body, "title") + (detail.empty() ? "" : ": " + detail) + " (" + stringAt(body, "code") + ").";
}

} // namespace

Reply Pages::invitationPage(const std::string &id, const std::string &told)
{
    return m_site.withWorld([&](World &world) {
        const auto row = world.practice().find("invitation", id);
        if (!row)
            return missing("invitation");
        const Json body = Json::parse(row->body);
        const std::string forms = row->status == "pending" ? ownerForms(id, body) + colleagueForms(world, id) : "";
        const std::string client = stringAt(body, "clientId");
        return htmlReply(page("Invitation", noteHtml(told) + invitationFacts(world, *row, body) +
                                                (client.empty() ? "" : linkHtml("/client/" + client, "The client")) +
                                                forms));
    });
}

Reply Pages::edit(const std::string &id, const Form &form)
{
    const Application application = applicationOf(form);
    if (const std::string fault = applicationFault(application); !fault.empty())
        return invitationPage(id, fault);
    const bool edited =
        m_site.withWorld([&](World &world) { return world.clients().edit(id, application).has_value(); });
    return edited ? seeOther("/invitation/" + id) : invitationPage(id, "It can't be changed any more.");
}

Reply Pages::withdraw(const std::string &id)
{
    const bool withdrawn = m_site.withWorld([&](World &world) { return world.clients().withdraw(id).has_value(); });
    return withdrawn ? seeOther("/invitation/" + id) : invitationPage(id, "It can't be withdrawn any more.");
}

Reply Pages::decide(const std::string &id, const Form &form)
{
    Json decision{{"type", valueOf(form, "type")}};
    for (const char *name : {"reasonId", "reasonText", "message"}) {
        if (const std::string value = valueOf(form, name); !value.empty())
            decision[name] = value;
    }
    const std::string told = m_site.withWorld([&](World &world) {
        const Person *colleague = world.practice().person(valueOf(form, "person"));
        if (colleague == nullptr)
            return std::string("There is no such colleague.");
        return sentenceFor(world.decideAs(Person(*colleague), id, decision));
    });
    return invitationPage(id, told);
}

Reply Pages::clientPage(const std::string &id, const std::string &told)
{
    return m_site.withWorld([&](World &world) {
        const auto row = world.practice().find("client", id);
        if (!row)
            return missing("client");
        const Json body = Json::parse(row->body);
        const std::string form = row->status == "active"
                                     ? formHtml("/disconnect/" + id, {}, "Disconnect from the accountant")
                                     : std::string();
        return htmlReply(page("Client", noteHtml(told) + "<table>" + factHtml("State", row->status) +
                                            factHtml("Branch", world.practice().branchName(row->branch)) +
                                            factHtml("Company", stringAt(body, "companyName")) +
                                            factHtml("Owner", stringAt(body, "ownerName")) +
                                            factHtml("E-mail", stringAt(body, "ownerEmail")) +
                                            factHtml("Connected", stringAt(body, "connectedAt")) +
                                            factHtml("Disconnected", stringAt(body, "disconnectedAt")) + "</table>\n" +
                                            form));
    });
}

Reply Pages::disconnect(const std::string &id)
{
    const bool ended = m_site.withWorld([&](World &world) { return world.clients().disconnect(id).has_value(); });
    return ended ? seeOther("/client/" + id) : clientPage(id, "The connection had already ended.");
}

} // namespace sandbox
