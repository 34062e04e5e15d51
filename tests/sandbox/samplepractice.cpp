#include "tests/sandbox/samples.h"

namespace sandbox {

namespace {

void addBranches(Practice &practice)
{
    const auto add = [&practice](const char *id, const char *name, const char *country, const char *currency,
                                 const char *state) {
        practice.put("branch", id,
                     {{"name", name},
                      {"email", std::string(id) + "@harbourvale.example"},
                      {"country", country},
                      {"currency", currency},
                      {"state", state}});
        practice.renewLink(id);
    };
    add("london", "London", "GB", "GBP", "active");
    add("manchester", "Manchester", "GB", "GBP", "active");
    add("edinburgh", "Edinburgh & the Borders", "GB", "GBP", "active");
    add("paris", "Paris – Opéra", "FR", "EUR", "active");
    add("berlin", "Berlin-Schöneberg", "DE", "EUR", "active");
    add("dublin", "Dublin", "IE", "EUR", "active");
    add("tokyo", "東京", "JP", "JPY", "active");
    add("bristol", "Bristol", "GB", "GBP", "closed");
}

void addReasons(Practice &practice)
{
    int order = 0;
    const auto add = [&practice, &order](const char *id, const char *use, const char *label, const char *description,
                                         bool textRequired) {
        practice.put("reason", id,
                     {{"use", use},
                      {"label", label},
                      {"description", description},
                      {"order", ++order},
                      {"textRequired", textRequired}});
    };
    add("capacity-full", "rejection", "Capacity full", "We are not taking new clients at the moment", false);
    add("outside-area", "rejection", "Outside service area", "The location or the industry is not one we serve", false);
    add("mismatch", "rejection", "Service mismatch", "What is asked for is not what we offer", false);
    add("conflict", "rejection", "Conflict of interest", "We can't act for this company", false);
    add("other-rejection", "rejection", "Other", "Say why in your own words", true);
    order = 0;
    add("client-request", "disconnection", "Client request", "The client asked us to", false);
    add("business-closed", "disconnection", "Business closed", "The company has stopped trading", false);
    add("switched", "disconnection", "Switched accountants", "The client has gone to another firm", false);
    add("non-payment", "disconnection", "Non-payment", "Our invoices were not paid", false);
    add("termination", "disconnection", "Service termination", "We end the service", false);
    add("other-disconnection", "disconnection", "Other", "Say why in your own words", true);
}

void addMember(Practice &practice, const std::string &key, const std::string &name,
               const std::vector<std::string> &branches)
{
    practice.put("member", "mem_" + key,
                 {{"name", name}, {"email", key + "@harbourvale.example"}, {"branchIds", branches}});
}

Person somebody(const char *key, const char *name, std::map<std::string, Permissions> permissions)
{
    Person person;
    person.id = std::string("mem_") + key;
    person.key = key;
    person.name = name;
    person.email = std::string(key) + "@harbourvale.example";
    person.permissions = std::move(permissions);
    return person;
}

Permissions allBut(std::string_view left)
{
    Permissions most = allPermissions();
    most.erase(most.find(left));
    return most;
}

std::vector<Person> samplePeople()
{
    const Permissions viewing{"view_clients", "view_client_notes", "view_audit_logs"};
    return {
        somebody("amara", "Amara Okafor", {{"*", allPermissions()}}),
        somebody("priya", "Priya Raman", {{"*", allPermissions()}}),
        somebody("viktor", "Viktor Hale", {{"*", viewing}}),
        somebody("lena", "Lena Brückner", {{"berlin", allPermissions()}}),
        somebody("tomasz", "Tomasz Źdźbło", {{"*", allBut(permission::createClients)}}),
        somebody("noor", "Noor Mansour", {}),
        somebody("mei", "Mei 王", {{"*", {"view_clients", "create_clients"}}, {"paris", viewing}}),
    };
}

} // namespace

void setUpPractice(World &world, const std::function<std::string()> &newToken)
{
    Practice &practice = world.practice();
    practice.commit([&] {
        addBranches(practice);
        addReasons(practice);
        const std::vector<std::string> everywhere(practice.branchIds().begin(), practice.branchIds().end());
        for (Person &person : samplePeople()) {
            addMember(practice, person.key, person.name,
                      person.key == "lena" ? std::vector<std::string>{"berlin"} : everywhere);
            person.token = newToken();
            practice.putPerson(person);
        }
        addMember(practice, "giulia", "Giulia D’Angelo", {"london", "paris"});
    });
}

} // namespace sandbox
