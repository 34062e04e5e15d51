#include "core/store/database.h"
#include "tests/store/builders.h"
#include "tests/support/catch.h"

#include <QFileInfo>

#include <sys/stat.h>

using namespace Qt::Literals::StringLiterals;

TEST_CASE("The mark that damage was seen is its owner's alone, whatever the umask says", "[marks]")
{
    for (const mode_t mask : {0000U, 0277U}) {
        CacheFixture f;
        CHECK_FALSE(f.cache->database().number(u"SELECT no_such_column FROM feed"_s));
        const mode_t before = ::umask(mask);
        f.cache.reset();
        ::umask(before);
        const QFileInfo mark(f.path() + u"-damage-seen"_s);
        REQUIRE(mark.exists());
        CHECK((mark.permissions() & ~(QFileDevice::ReadUser | QFileDevice::WriteUser)) ==
              (QFileDevice::ReadOwner | QFileDevice::WriteOwner));
    }
}
