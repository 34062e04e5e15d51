#include "tests/sandbox/samples.h"

#include "tests/sandbox/sampletexts.h"

#include <algorithm>
#include <array>

namespace sandbox {

namespace {

template <typename Value>
const Value &chosen(SamplePeople &people, const std::vector<Value> &values)
{
    return values[people.below(values.size())];
}

void replaceAll(std::string &text, const std::string &mark, const std::string &value)
{
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size()))
        text.replace(at, mark.size(), value);
}

/// Branches by how much they get: London most, Dublin little.
std::string sampleBranch(SamplePeople &people)
{
    static const std::vector<std::string> drawn{"london", "london", "london", "london", "manchester", "manchester",
                                                "paris",  "paris",  "berlin", "berlin", "edinburgh",  "dublin"};
    return chosen(people, drawn);
}

/// Most are fresh, some are due soon (36 to 48 h old), a few overdue.
Millis sampleAge(SamplePeople &people)
{
    const auto draw = people.below(100);
    const auto within = [&people](Millis from, Millis to) {
        return from + Millis(people.below(std::uint64_t(to - from)));
    };
    if (draw < 5)
        return within(49 * hourMs, 9 * dayMs);
    if (draw < 17)
        return within(37 * hourMs, 48 * hourMs - secondMs);
    return within(2 * 60 * secondMs, 34 * hourMs);
}

/// Past ones, so that there is a history to search.
void decide(SamplePeople &people, Json &invitation, Millis now, Millis &age)
{
    age = 3 * dayMs + Millis(people.below(120)) * dayMs / 2;
    static const std::vector<std::string> reasons{"capacity-full", "outside-area", "mismatch", "conflict"};
    static const std::vector<std::string> endings{"rejected", "rejected", "withdrawn", "expired"};
    const std::string status = chosen(people, endings);
    invitation["status"] = status;
    if (status != "rejected")
        return;
    invitation["decidedAt"] = rfc3339(now - age + hourMs * Millis(1 + people.below(40)));
    invitation["decidedBy"] = "mem_priya";
    invitation["decidedByName"] = "Priya Raman";
    invitation["reasonId"] = chosen(people, reasons);
    if (people.oneIn(2))
        invitation["replyMessage"] = "Thank you for thinking of us. We hope you find the right firm soon.";
}

Json sampleInvitation(World &world, SamplePeople &people)
{
    const Application from = people.next();
    const Millis now = world.practice().now();
    Millis age = sampleAge(people);
    Json invitation{{"revision", world.practice().newRevision()},
                    {"branchId", sampleBranch(people)},
                    {"origin", people.oneIn(2) ? "client_pays_link" : "external_access"},
                    {"status", "pending"},
                    {"companyName", from.companyName},
                    {"ownerName", from.ownerName},
                    {"ownerEmail", from.ownerEmail},
                    {"country", from.country}};
    if (!from.message.empty())
        invitation["message"] = from.message;
    if (!from.registrationNumber.empty())
        invitation["registrationNumber"] = from.registrationNumber;
    if (people.oneIn(10))
        decide(people, invitation, now, age);
    else if (people.oneIn(4))
        invitation["expiresAt"] = rfc3339(now - age + 30 * dayMs);
    invitation["sentAt"] = rfc3339(now - age);
    return invitation;
}

Json sampleClient(World &world, SamplePeople &people, const std::string &id)
{
    static const std::vector<std::string> members{"mem_amara", "mem_priya", "mem_tomasz", "mem_lena"};
    static const std::vector<std::string> steps{"company_details", "chart_of_accounts", "bank_accounts", "team"};
    const Application from = people.next();
    const Millis connected = world.practice().now() - Millis(1 + people.below(900)) * dayMs;
    Json client{{"branchId", sampleBranch(people)},
                {"companyName", from.companyName},
                {"ownerName", from.ownerName},
                {"ownerEmail", from.ownerEmail},
                {"billing", people.oneIn(4) ? "charge_us" : "client_pays"},
                {"state", "active"},
                {"connectedAt", rfc3339(connected)},
                {"accountUrl", std::string(addressMark) + "/account/" + id},
                {"accountants", Json::array({Json{{"memberId", chosen(people, members)}, {"role", "primary"}}})},
                {"firstSteps", std::vector<std::string>(steps.begin(), steps.begin() + int(people.below(5)))},
                {"notes", Json::array()}};
    if (people.oneIn(6))
        client["notes"].push_back({{"authorName", "Priya Raman"},
                                   {"at", rfc3339(connected + dayMs)},
                                   {"text", "Prefers the phone in the morning."}});
    if (people.oneIn(12)) {
        client["state"] = "disconnected";
        client["disconnectedAt"] = rfc3339(connected + dayMs / 2);
        client["disconnectedBy"] = people.oneIn(2) ? "practice" : "client";
        client["accountants"] = Json::array();
    }
    return client;
}

} // namespace

Application SamplePeople::next()
{
    const Culture &culture = chosen(*this, cultures());
    const SampleName &given = chosen(*this, culture.given);
    const SampleName &family = chosen(*this, culture.family);
    const std::string number = std::to_string(++m_made);
    const bool ownName = !culture.familyFirst && oneIn(5);
    Application made;
    made.ownerName = culture.familyFirst ? family.written + culture.between + given.written
                                         : given.written + culture.between + family.written;
    made.companyName = chosen(*this, culture.firstWords) + culture.between +
                       (ownName ? family.written : chosen(*this, culture.secondWords)) + chosen(*this, culture.forms);
    made.ownerEmail = given.ascii + "." + family.ascii + number + "@" +
                      (oneIn(3) ? std::string("mail.example") : family.ascii + "-" + number + ".example");
    made.country = culture.country;
    if (below(5) < 3) {
        made.message = chosen(*this, culture.messages);
        replaceAll(made.message, "{company}", made.companyName);
        replaceAll(made.message, "{owner}", made.ownerName);
    }
    if (oneIn(2))
        made.registrationNumber = culture.country + std::to_string(10000000 + below(90000000));
    return made;
}

void addSamples(World &world, const SampleOrder &order)
{
    constexpr std::int64_t mostActivities = 500;
    SamplePeople people(order.seed);
    Practice &practice = world.practice();
    practice.commit([&] {
        for (std::int64_t i = 0; i < order.clients; ++i) {
            const std::string id = practice.newId("cli_");
            practice.put("client", id, sampleClient(world, people, id));
        }
        for (std::int64_t i = 0; i < order.invitations; ++i) {
            const std::string id = practice.newId("inv_");
            const Json invitation = sampleInvitation(world, people);
            practice.put("invitation", id, invitation);
            if (i + mostActivities < order.invitations)
                continue;
            practice.put("activity", practice.newId("act_"),
                         {{"branchId", invitation["branchId"]},
                          {"at", invitation["sentAt"]},
                          {"actorName", invitation["ownerName"]},
                          {"action", "invitation_received"},
                          {"invitationId", id},
                          {"detail", invitation["companyName"]}});
        }
    });
}

} // namespace sandbox
