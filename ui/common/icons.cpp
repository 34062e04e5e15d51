#include "ui/common/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>

#include <algorithm>
#include <array>
#include <cmath>

// Outside a namespace, as Qt asks; the linker would leave a static library's resources out.
static void bringResources()
{
    Q_INIT_RESOURCE(atlas);
}

namespace {

/// One drawing in one colour, from the rendered size that is nearest above what is asked for.
class TintedIconEngine final : public QIconEngine
{
public:
    TintedIconEngine(QString name, const QColor &colour)
        : m_name(std::move(name))
        , m_colour(colour)
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const double ratio = painter->device()->devicePixelRatioF();
        const QPixmap drawn = pixmapOf(rect.size() * ratio, mode);
        painter->save();
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        painter->drawPixmap(rect, drawn);
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override { return pixmapOf(size, mode); }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        return pixmapOf(size, mode);
    }

    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override { return size; }
    QIconEngine *clone() const override { return new TintedIconEngine(*this); }
    bool isNull() override { return !QFile::exists(fileFor(20)); }

private:
    static QString fileIn(const QString &name, int size)
    {
        return QStringLiteral(":/icons/%1-%2.png").arg(name).arg(size);
    }
    [[nodiscard]] QString fileFor(int wanted) const
    {
        constexpr std::array sizes{20, 40, 48, 60, 96, 144};
        const auto at = std::lower_bound(sizes.begin(), sizes.end(), wanted);
        return fileIn(m_name, at == sizes.end() ? sizes.back() : *at);
    }

    [[nodiscard]] QPixmap pixmapOf(const QSize &size, QIcon::Mode mode) const
    {
        const int edge = std::min(size.width(), size.height());
        QColor colour = m_colour;
        if (mode == QIcon::Disabled)
            colour.setAlphaF(float(colour.alphaF() * 0.55F));
        const QString key = QStringLiteral("atlas:%1:%2:%3").arg(m_name).arg(edge).arg(colour.rgba());
        QPixmap made;
        if (edge <= 0 || QPixmapCache::find(key, &made))
            return made;
        QImage image(fileFor(edge));
        if (image.isNull())
            return made;
        image = image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
        QPainter painter(&image);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(image.rect(), colour);
        painter.end();
        made = QPixmap::fromImage(image.scaled(edge, edge, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
        QPixmapCache::insert(key, made);
        return made;
    }

    QString m_name;
    QColor m_colour;
};

} // namespace

QIcon themeIcon(const QString &name, const QColor &colour)
{
    bringResources();
    return QIcon(new TintedIconEngine(name, colour));
}

QIcon applicationIcon()
{
    bringResources();
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 128, 256, 512})
        icon.addFile(QStringLiteral(":/icons/app-%1.png").arg(size), QSize(size, size));
    return icon;
}
