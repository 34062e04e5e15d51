#include "tests/ui/paintedtext.h"

#include <QPaintDevice>
#include <QPaintEngine>

namespace {

/// Writes down what is drawn as text, and draws nothing.
class TextEngine final : public QPaintEngine
{
public:
    TextEngine()
        : QPaintEngine(AllFeatures)
    {}
    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &) override {}
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
    void drawImage(const QRectF &, const QImage &, const QRectF &, Qt::ImageConversionFlags) override {}
    void drawPath(const QPainterPath &) override {}
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}
    void drawTextItem(const QPointF &, const QTextItem &item) override { text += item.text() + u'\n'; }
    [[nodiscard]] Type type() const override { return User; }

    QString text;
};

class TextDevice final : public QPaintDevice
{
public:
    explicit TextDevice(const QWidget &like)
        : m_like(like)
    {}
    [[nodiscard]] QPaintEngine *paintEngine() const override { return &engine; }

    mutable TextEngine engine;

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth:
            return m_like.width();
        case PdmHeight:
            return m_like.height();
        case PdmDpiX:
        case PdmPhysicalDpiX:
            return m_like.logicalDpiX();
        case PdmDpiY:
        case PdmPhysicalDpiY:
            return m_like.logicalDpiY();
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return int(devicePixelRatioFScale());
        case PdmDepth:
            return 32;
        case PdmWidthMM:
        case PdmHeightMM:
        case PdmNumColors:
            break;
        }
        return QPaintDevice::metric(metric);
    }

private:
    const QWidget &m_like;
};

} // namespace

QString paintedText(QWidget &widget)
{
    TextDevice device(widget);
    widget.render(&device);
    return device.engine.text;
}
