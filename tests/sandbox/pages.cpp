#include "tests/sandbox/pages.h"

namespace sandbox {

Reply Pages::answer(const Request &)
{
    return htmlReply("<!doctype html><title>Sandbox</title>");
}

} // namespace sandbox
