#pragma once

#include "tests/support/fakesession.h"
#include "tests/support/widgets.h"
#include "ui/clients/clientspage.h"

#include <QPushButton>

/// Clients over a scripted session: Acme Ltd on London, of which Priya (signed in) and Sam are accountants and Lee Wu
/// may become one.
struct ClientDesk
{
    FakeSession session;
    std::unique_ptr<ClientsPage> page;

    ClientDesk()
    {
        ClientDetails details{.client = acme()};
        details.branch = samples::london();
        details.members = {member("lee", "Lee Wu"), member("priya", "Priya Shah"), member("sam", "Sam Okoro")};
        session.clientDetails.insert_or_assign(id(), details);
        session.world.clients = {
            samples::clientRow(QStringLiteral("c1"), QStringLiteral("Acme Ltd"), QStringLiteral("Ann Lee"))};
    }
    void open()
    {
        session.publish();
        page = std::make_unique<ClientsPage>(session, nullptr);
        page->resize(1'000, 900);
        page->show();
        widgets::settle();
    }
    void publish()
    {
        session.publish();
        widgets::settle();
    }
    [[nodiscard]] static ClientId id() { return *ClientId::parse(QStringLiteral("c1")); }
    [[nodiscard]] static MemberId memberId(const char *text) { return *MemberId::parse(QString::fromLatin1(text)); }
    [[nodiscard]] ClientDetails &details() { return session.clientDetails.at(id()); }
    void forbid(Permission permission) { details().branch->permissions.removeAll(permissionText(permission)); }
    [[nodiscard]] QString text() const { return widgets::visibleText(*page); }
    template <class T>
    [[nodiscard]] T &child(const char *objectName) const
    {
        return widgets::child<T>(*page, objectName);
    }
    void press(const char *objectName) const
    {
        child<QPushButton>(objectName).click();
        widgets::settle();
    }
    /// What was decided last, as this kind of decision.
    template <class T>
    [[nodiscard]] std::optional<T> decided() const
    {
        const T *last = session.decisions.empty() ? nullptr : std::get_if<T>(&session.decisions.back());
        return last ? std::optional(*last) : std::nullopt;
    }

private:
    static Member member(const char *id, const char *name)
    {
        return {.id = memberId(id),
                .version = {1},
                .name = QString::fromUtf8(name),
                .email = QString::fromLatin1(id) + QStringLiteral("@harbourvale.example"),
                .branchIds = {samples::branchId(QStringLiteral("london"))}};
    }
    static Client acme()
    {
        return {.id = id(),
                .version = {1},
                .branchId = samples::branchId(QStringLiteral("london")),
                .companyName = QStringLiteral("Acme Ltd"),
                .ownerName = QStringLiteral("Ann Lee"),
                .ownerEmail = QStringLiteral("ann@client.example"),
                .billing = billing(QStringLiteral("client_pays")),
                .state = clientState(QStringLiteral("active")),
                .connectedAt = samples::hoursAgo(24 * 40),
                .disconnectedAt = {},
                .disconnectedBy = {},
                .accountUrl = QStringLiteral("https://app.fiskl.example/c/c1"),
                .invitationId = {},
                .accountants = {{memberId("priya"), accountantRole(QStringLiteral("primary"))},
                                {memberId("sam"), accountantRole(QStringLiteral("accountant"))}},
                .firstSteps = {QStringLiteral("company_details")},
                .notes = {}};
    }
};
