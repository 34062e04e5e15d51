#include "tests/ui/invitationdesk.h"

#include "ui/invitations/invitationbar.h"

#include <QSplitter>

namespace {

struct Sized
{
    InvitationDesk desk;

    Sized(int width, int height)
    {
        desk.page->resize(width, height);
        widgets::settle();
    }
    [[nodiscard]] Qt::Orientation orientation() const
    {
        return widgets::child<QSplitter>(*desk.page, "invitationsSplitter").orientation();
    }
};

} // namespace

TEST_CASE("The details fold under the list where the window is narrow and tall")
{
    CHECK(Sized(1'000, 640).orientation() == Qt::Horizontal);
    CHECK(Sized(640, 640).orientation() == Qt::Vertical);
    CHECK(Sized(480, 340).orientation() == Qt::Vertical);
}

TEST_CASE("On a low screen, as at 200 %, the details stand beside the list, and nothing is squeezed")
{
    const Sized shown(615, 330);

    CHECK(shown.orientation() == Qt::Horizontal);
    const auto &bar = *shown.desk.page->findChild<InvitationBar *>();
    CHECK(bar.height() >= bar.minimumSizeHint().height());
    CHECK(shown.desk.list().height() >= 2 * shown.desk.list().rowHeight(0));
    const QAbstractButton &accept = shown.desk.button(QStringLiteral("Accept Invitation"));
    const QAbstractButton &reject = shown.desk.button(QStringLiteral("Reject Invitation"));
    CHECK(accept.width() >= accept.sizeHint().width());
    CHECK(reject.mapTo(shown.desk.page.get(), QPoint(reject.width(), 0)).x() <= shown.desk.page->width());
}
