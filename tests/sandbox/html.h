#pragma once

#include <string>
#include <string_view>

namespace sandbox {

/// Text that is safe in an element and in a quoted attribute; control characters but line ends become U+FFFD.
std::string escaped(std::string_view text);

/// A whole page; `content` is HTML.
std::string page(const std::string &title, const std::string &content);

/// `<label>` with an input, or with a text area where `rows` is more than one. `value` is plain text.
struct Field
{
    std::string name;
    std::string label;
    std::string value;
    int rows = 1;
    bool required = false;
};
std::string fieldHtml(const Field &field);

/// A form that posts to a path of this service; `content` is HTML.
std::string formHtml(const std::string &action, const std::string &content, const std::string &button);

std::string linkHtml(const std::string &path, const std::string &label);

/// One row of a table of facts; nothing where the value is empty.
std::string factHtml(const std::string &label, const std::string &value);

/// A paragraph that says what happened; nothing where there is nothing to say.
std::string noteHtml(const std::string &said);

} // namespace sandbox
