#include "tests/sandbox/html.h"

namespace sandbox {

namespace {

constexpr auto style = R"(
body { font: 16px/1.5 system-ui, sans-serif; color: #1b2733; background: #f5f7f9; margin: 0; }
header { background: #14324a; color: #fff; padding: 12px 24px; }
header a { color: #fff; margin-right: 20px; text-decoration: none; }
main { max-width: 860px; margin: 24px auto; padding: 0 24px; }
h1 { font-size: 24px; } h2 { font-size: 19px; margin-top: 32px; }
table { border-collapse: collapse; width: 100%; background: #fff; }
th, td { text-align: start; vertical-align: top; padding: 6px 10px; border-bottom: 1px solid #dde4ea; }
th { font-weight: 600; white-space: nowrap; }
form { background: #fff; padding: 12px 16px; margin: 12px 0; border: 1px solid #dde4ea; border-radius: 6px; }
label { display: block; margin: 8px 0; }
input, textarea, select { display: block; width: 100%; box-sizing: border-box; font: inherit; padding: 6px; }
button { font: inherit; padding: 6px 16px; margin-top: 8px; }
.note { background: #fff4d6; border: 1px solid #e6c766; border-radius: 6px; padding: 8px 12px; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #fff; padding: 12px; border: 1px solid #dde4ea; }
td { overflow-wrap: anywhere; }
)";

std::string entity(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    }
    const auto byte = static_cast<unsigned char>(c);
    const bool control = (byte < ' ' && c != '\n' && c != '\r' && c != '\t') || byte == 0x7F;
    return control ? "\xEF\xBF\xBD" : std::string(1, c);
}

} // namespace

std::string escaped(std::string_view text)
{
    std::string html;
    for (const char c : text)
        html += entity(c);
    return html;
}

std::string page(const std::string &title, const std::string &content)
{
    return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + escaped(title) +
           "</title><meta name=\"viewport\" content=\"width=device-width\"><style>" + style +
           "</style></head><body>\n<header><a href=\"/\">Harbour &amp; Vale sandbox</a><a href=\"/invite\">External "
           "Access</a><a href=\"/mail\">Mail</a></header>\n<main><h1>" +
           escaped(title) + "</h1>\n" + content + "</main></body></html>\n";
}

std::string fieldHtml(const Field &field)
{
    const std::string attributes = " name=\"" + escaped(field.name) + "\"" + (field.required ? " required" : "");
    const std::string label = "<label>" + escaped(field.label) + "\n";
    if (field.rows == 1)
        return label + "<input dir=\"auto\"" + attributes + " value=\"" + escaped(field.value) + "\"></label>\n";
    // The line end after the tag is eaten by the browser: without it, one of the text would be.
    return label + "<textarea dir=\"auto\" rows=\"" + std::to_string(field.rows) + "\"" + attributes + ">\n" +
           escaped(field.value) + "</textarea></label>\n";
}

std::string formHtml(const std::string &action, const std::string &content, const std::string &button)
{
    return "<form method=\"post\" action=\"" + escaped(action) + "\">\n" + content + "<button>" + escaped(button) +
           "</button></form>\n";
}

std::string linkHtml(const std::string &path, const std::string &label)
{
    return "<a href=\"" + escaped(path) + "\"><bdi>" + escaped(label) + "</bdi></a>";
}

std::string factHtml(const std::string &label, const std::string &value)
{
    if (value.empty())
        return {};
    return "<tr><th>" + escaped(label) + "</th><td dir=\"auto\" style=\"white-space: pre-wrap\">" + escaped(value) +
           "</td></tr>\n";
}

std::string noteHtml(const std::string &said)
{
    return said.empty() ? std::string() : "<p class=\"note\">" + escaped(said) + "</p>\n";
}

} // namespace sandbox
