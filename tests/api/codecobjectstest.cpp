#include "core/api/codec.h"
#include "tests/api/jsonsamples.h"
#include "tests/support/catch.h"

using namespace Qt::Literals::StringLiterals;

namespace {

Change readBack(const QJsonObject &change)
{
    return readChange(toJson(change));
}

QString faultOf(const QJsonObject &change)
{
    const Change read = readBack(change);
    const auto *unreadable = std::get_if<Unreadable>(&read);
    return unreadable ? unreadable->reason : QString();
}

QJsonObject withMember(const QString &kind, const QString &member, const QJsonValue &value)
{
    QJsonObject change = fullChange(kind);
    QJsonObject object = change[kind].toObject();
    object[member] = value;
    change[kind] = object;
    return change;
}

QJsonObject withoutMember(const QString &kind, const QString &member)
{
    return withMember(kind, member, QJsonValue(QJsonValue::Undefined));
}

/// A value of each JSON type.
const std::vector<QJsonValue> &eachType()
{
    static const std::vector<QJsonValue> values{QJsonValue(),        true,          1.5,
                                                u"no id, no time"_s, QJsonArray{1}, QJsonObject{}};
    return values;
}

const Instant noon = instantFromMs(1795426200000); // 2026-11-23T09:30:00Z

} // namespace

TEST_CASE("An invitation is read with all its members")
{
    const auto invitation = std::get<Invitation>(readBack(fullChange(u"invitation"_s)));

    CHECK(invitation.id.text() == u"x1"_s);
    CHECK(invitation.version.number == 7);
    CHECK(invitation.revision == u"r1"_s);
    CHECK(invitation.branchId.text() == u"b1"_s);
    CHECK(invitation.origin == InvitationOrigin::ClientPaysLink);
    CHECK(invitation.status == InvitationStatus::Rejected);
    CHECK(invitation.companyName == u"Müller & Söhne"_s);
    CHECK(invitation.ownerName == u"Jo"_s);
    CHECK(invitation.ownerEmail == u"jo@c.example"_s);
    CHECK(invitation.message == u"Hello"_s);
    CHECK(invitation.country == u"DE"_s);
    CHECK(invitation.registrationNumber == u"HRB 1"_s);
    CHECK(invitation.sentAt == noon);
    CHECK(invitation.expiresAt == noon + std::chrono::days(30));
    CHECK(invitation.decidedAt == noon + std::chrono::days(1));
    CHECK(invitation.decidedBy->text() == u"m1"_s);
    CHECK(invitation.decidedByName == u"Ann"_s);
    CHECK(invitation.operationId == u"0b5a4b5e-1111-4222-8333-444455556666"_s);
    CHECK(invitation.reasonId->text() == u"re1"_s);
    CHECK(invitation.reasonText == u"words"_s);
    CHECK(invitation.replyMessage == u"Sorry"_s);
    CHECK(invitation.supersededBy->text() == u"i2"_s);
    CHECK(invitation.clientId->text() == u"c1"_s);
}

TEST_CASE("A client is read with all its members")
{
    const auto client = std::get<Client>(readBack(fullChange(u"client"_s)));

    CHECK(client.branchId.text() == u"b1"_s);
    CHECK(client.companyName == u"Müller"_s);
    CHECK(client.ownerName == u"Jo"_s);
    CHECK(client.ownerEmail == u"jo@c.example"_s);
    CHECK(client.billing == Billing::ClientPays);
    CHECK(client.state == ClientState::Active);
    CHECK(client.connectedAt == noon);
    CHECK(client.disconnectedAt == noon + std::chrono::days(1));
    CHECK(client.disconnectedBy == u"practice"_s);
    CHECK(client.accountUrl == u"https://s.example/c1"_s);
    CHECK(client.invitationId->text() == u"i1"_s);
    REQUIRE(client.accountants.size() == 2);
    CHECK(client.accountants[0].role == AccountantRole::Primary);
    CHECK(client.accountants[1].memberId.text() == u"m2"_s);
    CHECK(client.accountants[1].role.text == u"observer"_s); // Unknown: kept
    CHECK(client.firstSteps == QStringList{u"team"_s, u"bank_accounts"_s});
    CHECK(client.notes == std::vector<Note>{{u"Ann"_s, noon + std::chrono::minutes(30), u"Called"_s}});
}

TEST_CASE("The practice's own objects are read with all their members")
{
    const auto branch = std::get<Branch>(readBack(fullChange(u"branch"_s)));
    CHECK(branch == Branch{*BranchId::parse(u"x1"_s),
                           Version{7},
                           u"North"_s,
                           u"north@p.example"_s,
                           u"CH"_s,
                           u"CHF"_s,
                           branchState(u"active"_s),
                           {u"view_clients"_s, u"create_clients"_s}});

    const auto reason = std::get<Reason>(readBack(fullChange(u"reason"_s)));
    CHECK(reason == Reason{*ReasonId::parse(u"x1"_s), Version{7}, reasonUse(u"rejection"_s), u"Capacity full"_s,
                           u"No room"_s, 3, true});

    const auto member = std::get<Member>(readBack(fullChange(u"member"_s)));
    CHECK(member == Member{*MemberId::parse(u"x1"_s),
                           Version{7},
                           u"Ann"_s,
                           u"ann@p.example"_s,
                           {*BranchId::parse(u"b1"_s), *BranchId::parse(u"b2"_s)}});

    const auto activity = std::get<Activity>(readBack(fullChange(u"activity"_s)));
    CHECK(activity == Activity{*ActivityId::parse(u"x1"_s), Version{7}, *BranchId::parse(u"b1"_s), noon, u"Ann"_s,
                               activityAction(u"note_added"_s), InvitationId::parse(u"i1"_s), ClientId::parse(u"c1"_s),
                               u"more"_s});
}

TEST_CASE("An object with only what the contract requires is read")
{
    for (const QString &kind : allKinds()) {
        INFO(kind.toStdString());
        QJsonObject change = fullChange(kind);
        QJsonObject object;
        const QJsonObject full = fullObject(kind);
        for (const QString &member : requiredMembers(kind))
            object[member] = full[member];
        change[kind] = object;

        CHECK(faultOf(change).isEmpty());
    }
}

TEST_CASE("Without a required member an object is unreadable, and the member is named")
{
    for (const QString &kind : allKinds()) {
        for (const QString &member : requiredMembers(kind))
            CHECK(faultOf(withoutMember(kind, member)) == kind + u'.' + member + u": missing"_s);
    }
}

TEST_CASE("A member of another JSON type makes the object unreadable, and is named; its text is not")
{
    for (const QString &kind : allKinds()) {
        const QJsonObject full = fullObject(kind);
        for (const QString &member : full.keys()) {
            for (const QJsonValue &value : eachType()) {
                const QString fault = faultOf(withMember(kind, member, value));
                INFO(kind.toStdString() << "." << member.toStdString() << " of type " << value.type());
                if (value.type() != full[member].type())
                    CHECK(fault.startsWith(kind + u'.' + member));
                CHECK_FALSE(fault.contains(u"no id"_s));
            }
        }
    }
}

TEST_CASE("A fault deep in an object is named with its way")
{
    const auto clientWith = [](const QString &member, const char *json) {
        return faultOf(withMember(u"client"_s, member, fromJson(json)[u"a"_s]));
    };
    CHECK(clientWith(u"notes"_s, R"({"a":[{"authorName":"A","at":"2026-11-23T09:30:00Z","text":"t"},
                                          {"authorName":"A","at":"soon","text":"t"}]})") ==
          u"client.notes[1].at: expected a time"_s);
    CHECK(clientWith(u"notes"_s, R"({"a":[3]})") == u"client.notes[0]: expected an object"_s);
    CHECK(clientWith(u"accountants"_s, R"({"a":[{"memberId":"m 1","role":"x"}]})") ==
          u"client.accountants[0].memberId: expected an id"_s);
    CHECK(clientWith(u"accountants"_s, R"({"a":[{"memberId":"m1"}]})") == u"client.accountants[0].role: missing"_s);
    CHECK(clientWith(u"firstSteps"_s, R"({"a":["team",1]})") == u"client.firstSteps: expected texts"_s);
}

TEST_CASE("Unknown members are ignored and unknown words kept")
{
    QJsonObject change = withMember(u"invitation"_s, u"status"_s, u"on_hold"_s);
    change[u"later"_s] = QJsonArray{1, 2};
    QJsonObject object = change[u"invitation"_s].toObject();
    object[u"mood"_s] = u"good"_s;
    change[u"invitation"_s] = object;

    const auto invitation = std::get<Invitation>(readBack(change));

    CHECK(invitation.status == InvitationStatus::Unknown);
    CHECK(invitation.status.text == u"on_hold"_s);
}

TEST_CASE("Texts of any Unicode are read as they are, also a little longer than the contract says")
{
    const QString text = GENERATE(QString(), QString(u'\0') + u"a\0b"_s, u"<b>&amp;\\\"/\u2028\u202E"_s,
                                  QString(30'000, u'x'), u"😀"_s.repeated(3000), u"\uFEFFx\uFFFF"_s);

    const auto invitation = std::get<Invitation>(readBack(withMember(u"invitation"_s, u"companyName"_s, text)));

    CHECK(invitation.companyName == text);
}

TEST_CASE("A text far beyond any of the contract's makes the object unreadable")
{
    const QString fault = faultOf(withMember(u"invitation"_s, u"message"_s, QString(70'000, u'x')));

    CHECK(fault == u"invitation.message: text too long"_s);
}

TEST_CASE("A list with a text far beyond any of the contract's makes the object unreadable")
{
    const QJsonArray steps{u"team"_s, QString(70'000, u'x')};

    CHECK(faultOf(withMember(u"client"_s, u"firstSteps"_s, steps)) == u"client.firstSteps: expected texts"_s);
}

TEST_CASE("An order beyond an int is held to one")
{
    const auto orderOf = [](const QJsonValue &order) {
        return std::get<Reason>(readBack(withMember(u"reason"_s, u"order"_s, order))).order;
    };
    CHECK(orderOf(1e300) == std::numeric_limits<int>::max());
    CHECK(orderOf(-1e300) == std::numeric_limits<int>::min());
    CHECK(orderOf(-2.0) == -2);
    CHECK(faultOf(withMember(u"reason"_s, u"order"_s, 2.5)) == u"reason.order: expected an integer"_s);
}

TEST_CASE("An empty revision is unreadable: a decision could not name it")
{
    CHECK(faultOf(withMember(u"invitation"_s, u"revision"_s, u""_s)) == u"invitation.revision: expected a revision"_s);
}

TEST_CASE("A message of white space is no message; one with words is kept to the letter")
{
    const auto messageOf = [](const QString &text) {
        return std::get<Invitation>(readBack(withMember(u"invitation"_s, u"message"_s, text))).message;
    };

    CHECK(messageOf(u" \n\t\u00A0 "_s).isEmpty());
    CHECK(messageOf(u" \nHello "_s) == u" \nHello "_s);
}
