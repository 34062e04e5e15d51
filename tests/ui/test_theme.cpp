#include "tests/support/catch.h"
#include "ui/common/applytheme.h"
#include "ui/common/theme.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPixmap>

#include <algorithm>

namespace {

struct Named
{
    const char *name;
    QPalette palette;
};

QPalette of(const QColor &window, const QColor &base, const QColor &text)
{
    QPalette palette;
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::Text, text);
    return palette;
}

std::vector<Named> palettes()
{
    return {{"light", ownPalette(false)},
            {"dark", ownPalette(true)},
            {"high contrast", of(Qt::black, Qt::black, Qt::yellow)},
            {"black on white", of(Qt::white, Qt::white, Qt::black)},
            {"sepia", of(QColor(0xe8, 0xdc, 0xc0), QColor(0xf5, 0xec, 0xd8), QColor(0x4a, 0x3a, 0x20))},
            {"blue night", of(QColor(0x10, 0x18, 0x30), QColor(0x14, 0x1e, 0x3c), QColor(0xa0, 0xb0, 0xe0))}};
}

QByteArray hashOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256).toHex();
}

} // namespace

TEST_CASE("Every text colour can be read on every ground it stands on, in every palette")
{
    for (const auto &[name, palette] : palettes()) {
        const Theme theme = themeFor(palette);
        INFO(name);
        for (const QColor &ground :
             {theme.surface, theme.window, theme.sidebar, theme.raised, theme.selection, theme.selectionInactive}) {
            INFO(ground.name().toStdString());
            for (const QColor &text :
                 {theme.text, theme.secondary, theme.accent, theme.danger, theme.warning, theme.success})
                CHECK(contrast(text, ground) >= 4.5);
        }
        CHECK(contrast(theme.onSelection, theme.selection) >= 4.5);
        CHECK(contrast(theme.onAccent, theme.accent) >= 4.5);
    }
}

TEST_CASE("The outline of fields and buttons can be told from what is around them")
{
    for (const auto &[name, palette] : palettes()) {
        const Theme theme = themeFor(palette);
        INFO(name);
        for (const QColor &ground : {theme.surface, theme.window, theme.raised})
            CHECK(contrast(theme.outline, ground) >= 3.0);
    }
}

TEST_CASE("Placeholder and disabled text can be read in our own palettes")
{
    for (const bool dark : {false, true}) {
        const QPalette palette = ownPalette(dark);
        const QColor base = palette.color(QPalette::Base);
        CHECK(contrast(palette.color(QPalette::PlaceholderText), base) >= 4.5);
        CHECK(contrast(palette.color(QPalette::Disabled, QPalette::Text), base) >= 4.5);
        CHECK(contrast(palette.color(QPalette::Disabled, QPalette::ButtonText), palette.color(QPalette::Button)) >=
              4.5);
        CHECK(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
    }
}

TEST_CASE("Light and dark follow the palette")
{
    CHECK_FALSE(themeFor(ownPalette(false)).dark);
    CHECK(themeFor(ownPalette(true)).dark);
}

TEST_CASE("Black on white has the contrast that the standard says")
{
    CHECK(contrast(Qt::black, Qt::white) == Approx(21.0));
    CHECK(contrast(Qt::white, Qt::white) == Approx(1.0));
}

TEST_CASE("An icon comes in the colour asked for, at every scale")
{
    for (const int size : {16, 20, 30, 40, 60, 96}) {
        const QImage image = themeIcon(QStringLiteral("check"), Qt::red).pixmap(QSize(size, size), 1.0).toImage();
        REQUIRE(image.size() == QSize(size, size));
        bool painted = false;
        for (int x = 0; x < size; ++x) {
            for (int y = 0; y < size; ++y) {
                const QColor colour = image.pixelColor(x, y);
                painted = painted || (colour.alpha() > 200 && colour.red() > 240 && colour.green() < 16);
            }
        }
        CHECK(painted);
    }
}

TEST_CASE("The pictures that the program carries were rendered from the drawings as they are")
{
    const QDir icons(QStringLiteral(ATLAS_RESOURCES "/icons"));
    QFile manifest(icons.filePath(QStringLiteral("png/manifest.txt")));
    REQUIRE(manifest.open(QIODevice::ReadOnly));
    QByteArrayList expected;
    for (const QString &name : icons.entryList({QStringLiteral("*.svg")}, QDir::Files, QDir::Name)) {
        INFO(name.toStdString() << ": run resources/render-icons");
        expected.append(hashOf(icons.filePath(name)) + "  " + name.toUtf8());
        CHECK(QFile::exists(icons.filePath(QStringLiteral("png/%1-%2.png").arg(name.chopped(4)).arg(48))));
    }
    QByteArrayList recorded = manifest.readAll().trimmed().split('\n');
    std::sort(recorded.begin(), recorded.end());
    std::sort(expected.begin(), expected.end());

    CHECK(recorded == expected);
}
