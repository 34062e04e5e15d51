#include "core/domain/mergefields.h"
#include "tests/support/catch.h"

namespace {

const MergeValues values{QStringLiteral("Acme Ltd"), QStringLiteral("Ann Lee"), QStringLiteral("London"),
                         QStringLiteral("Priya Shah")};

std::string mergedText(const char *text, const MergeValues &with = values)
{
    return merged(QString::fromUtf8(text), with).toStdString();
}

} // namespace

TEST_CASE("Fields are filled in, each as often as it stands there")
{
    CHECK(mergedText("Dear {owner}, {company} and {company}: {branch}, {accountant}") ==
          "Dear Ann Lee, Acme Ltd and Acme Ltd: London, Priya Shah");
}

TEST_CASE("What a value holds is text, also where it looks like a field")
{
    MergeValues hostile = values;
    hostile.company = QStringLiteral("{owner}{accountant} %1 {");
    hostile.owner = QStringLiteral("{company}");

    CHECK(mergedText("{company}|{owner}|{branch}", hostile) == "{owner}{accountant} %1 {|{company}|London");
}

TEST_CASE("Values that join to a field with what stands around them make none")
{
    MergeValues split = values;
    split.company = QStringLiteral("own");

    CHECK(mergedText("{{company}er}", split) == "{owner}");
}

TEST_CASE("A field that has no value stays, to be filled in")
{
    CHECK(mergedText("Dear {owner} of {company}", {QStringLiteral("Acme"), {}, {}, {}}) == "Dear {owner} of Acme");
}

TEST_CASE("Braces that hold no field are text")
{
    CHECK(mergedText("a { b } c {\n} {company") == "a { b } c {\n} {company");
    CHECK(mergedText("") == "");
}

TEST_CASE("What stands in braces and is no field is named, each once")
{
    const QString text = QStringLiteral("{comapny} {company} {Company} {comapny} { lone {} {two\nlines}");

    CHECK(unknownFieldsIn(text).join(u'|').toStdString() == "{comapny}|{Company}|{}");
    CHECK(fieldsIn(text).join(u'|').toStdString() == "{company}");
    CHECK(unknownFieldsIn(QStringLiteral("Dear {owner}, all {accountant} {branch}")).isEmpty());
}

TEST_CASE("A template made of a message to one client does not name them to the next")
{
    const QString message =
        QStringLiteral("Dear Ann Lee, Acme Ltd, Acme Ltdx and xAcme Ltd. Ann Lee's Priya Shah, Londonderry, London");

    CHECK(withFields(message, values).toStdString() ==
          "Dear {owner}, {company}, Acme Ltdx and xAcme Ltd. {owner}'s {accountant}, Londonderry, {branch}");
    CHECK(withFields(QStringLiteral("a b"), {QStringLiteral("a"), {}, {}, {}}) == QStringLiteral("a b"));
}

TEST_CASE("Of two values of which one begins with the other the longer one is found")
{
    const MergeValues alike{QStringLiteral("Ann Lee & Co"), QStringLiteral("Ann Lee"), {}, {}};

    CHECK(withFields(QStringLiteral("Ann Lee & Co, Ann Lee"), alike).toStdString() == "{company}, {owner}");
}
