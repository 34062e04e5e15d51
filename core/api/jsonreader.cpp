#include "core/api/jsonreader.h"

#include "core/api/codec.h"
#include "core/api/mendjson.h"

#include <QJsonDocument>

#include <algorithm>
#include <cmath>
#include <limits>

namespace {

// The contract's longest text has 4,000 code points. What is a little too long is read; what is this long is a fault.
constexpr qsizetype longestText = 64 * 1024;

constexpr QByteArrayView byteOrderMark{"\xEF\xBB\xBF"};

} // namespace

Result<QJsonObject> parseObject(const QByteArray &json)
{
    // Qt skips a byte order mark; RFC 8259 has none.
    if (json.startsWith(byteOrderMark))
        return failure(ErrorKind::Unreadable, QStringLiteral("byte order mark"));
    const Result<QByteArray> mended = mendJson(json);
    if (!mended)
        return failure(mended.error());
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(*mended, &error);
    if (error.error != QJsonParseError::NoError)
        return failure(ErrorKind::Unreadable, QStringLiteral("not JSON: ") + error.errorString());
    if (!document.isObject())
        return failure(ErrorKind::Unreadable, QStringLiteral("expected an object"));
    return document.object();
}

QString wholeText(QString text)
{
    if (text.isValidUtf16())
        return text;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair = text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        if (pair)
            ++i;
        else if (text.at(i).isSurrogate())
            text[i] = QChar(QChar::ReplacementCharacter);
    }
    return text;
}

JsonReader::JsonReader(const QJsonObject &object, const QString &path, QString &fault)
    : m_object(object)
    , m_path(path)
    , m_fault(fault)
{}

void JsonReader::fail(Name name, const QString &what)
{
    if (failed())
        return;
    const QString member = m_path.isEmpty() || name.isEmpty() ? m_path + name : m_path + u'.' + name;
    m_fault = member + QStringLiteral(": ") + what;
}

QJsonValue JsonReader::value(Name name, QJsonValue::Type type, const QString &expected)
{
    const QJsonValue value = m_object.value(name);
    if (value.isUndefined())
        fail(name, QStringLiteral("missing"));
    else if (value.type() != type)
        fail(name, expected);
    return value;
}

QString JsonReader::text(Name name)
{
    const QString text = value(name, QJsonValue::String, QStringLiteral("expected a text")).toString();
    if (text.size() > longestText) {
        fail(name, QStringLiteral("text too long"));
        return {};
    }
    return wholeText(text);
}

bool JsonReader::flag(Name name)
{
    return value(name, QJsonValue::Bool, QStringLiteral("expected true or false")).toBool();
}

int JsonReader::integer(Name name)
{
    const QString expected = QStringLiteral("expected an integer");
    const double number = value(name, QJsonValue::Double, expected).toDouble();
    if (std::trunc(number) != number)
        fail(name, expected);
    using Limits = std::numeric_limits<int>;
    return static_cast<int>(std::clamp<double>(number, Limits::min(), Limits::max()));
}

Instant JsonReader::time(Name name)
{
    const std::optional<Instant> time = readTime(text(name));
    if (!time)
        fail(name, QStringLiteral("expected a time"));
    return time.value_or(Instant{});
}

Version JsonReader::version(Name name)
{
    const std::optional<Version> version = Version::parse(text(name));
    if (!version)
        fail(name, QStringLiteral("expected a version"));
    return version.value_or(Version{});
}

QStringList JsonReader::texts(Name name)
{
    QStringList texts;
    const QJsonArray all = array(name);
    for (const QJsonValue &each : all) {
        if (!each.isString() || each.toString().size() > longestText)
            fail(name, QStringLiteral("expected texts"));
        texts.append(wholeText(each.toString()));
    }
    return texts;
}

QJsonArray JsonReader::array(Name name)
{
    return value(name, QJsonValue::Array, QStringLiteral("expected an array")).toArray();
}

JsonReader JsonReader::object(Name name)
{
    const QJsonValue inner = value(name, QJsonValue::Object, QStringLiteral("expected an object"));
    return {inner.toObject(), m_path.isEmpty() ? QString(name) : m_path + u'.' + name, m_fault};
}

JsonReader JsonReader::element(Name name, qsizetype index, const QJsonValue &value)
{
    const QString path = QStringLiteral("%1%2%3[%4]")
                             .arg(m_path, QLatin1StringView(m_path.isEmpty() ? "" : "."), name, QString::number(index));
    JsonReader inner(value.toObject(), path, m_fault);
    if (!value.isObject())
        inner.fail({}, QStringLiteral("expected an object"));
    return inner;
}

QString JsonReader::optionalText(Name name)
{
    return has(name) ? text(name) : QString();
}

bool JsonReader::optionalFlag(Name name)
{
    return has(name) && flag(name);
}

std::optional<Instant> JsonReader::optionalTime(Name name)
{
    return has(name) ? std::optional(time(name)) : std::nullopt;
}

QStringList JsonReader::optionalTexts(Name name)
{
    return has(name) ? texts(name) : QStringList();
}
