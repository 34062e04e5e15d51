#include "tests/hostile/places.h"

#include "tests/api/jsonsamples.h"

#include <QJsonArray>

#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString marker = u"@here@"_s;

/// The whole object with this value in the place that it was made for.
using Rebuild = std::function<QJsonObject(const QJsonValue &)>;

void collect(const QJsonValue &value, const QString &path, const Rebuild &rebuild, std::vector<Place> &places)
{
    const auto visit = [&places](const QJsonValue &inner, const QString &innerPath, const Rebuild &innerRebuild) {
        places.push_back({innerPath, inner.type(), innerRebuild(marker)});
        collect(inner, innerPath, innerRebuild, places);
    };
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        visit(it.value(), path.isEmpty() ? it.key() : path + u'.' + it.key(),
              [object, rebuild, name = it.key()](const QJsonValue &with) {
                  QJsonObject changed = object;
                  changed[name] = with;
                  return rebuild(changed);
              });
    }
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        visit(array.at(i), path + u"[%1]"_s.arg(i), [array, rebuild, i](const QJsonValue &with) {
            QJsonArray changed = array;
            changed[i] = with;
            return rebuild(changed);
        });
    }
}

} // namespace

QByteArray Place::with(const QByteArray &spelled) const
{
    return toJson(marked).replace('"' + marker.toLatin1() + '"', spelled);
}

std::vector<Place> placesIn(const QJsonObject &object)
{
    std::vector<Place> places;
    collect(
        object, {}, [](const QJsonValue &whole) { return whole.toObject(); }, places);
    return places;
}

const std::vector<Wrong> &wrongValues()
{
    static const std::vector<Wrong> values{
        {"null", QJsonValue::Null},         {"true", QJsonValue::Bool},
        {"7", QJsonValue::Double},          {"-1.5", QJsonValue::Double},
        {"1e300", QJsonValue::Double},      {"1e400", QJsonValue::Null}, // No double: as if it were none
        {"\"x y\"", QJsonValue::String},    {"[]", QJsonValue::Array},
        {"[[{}]]", QJsonValue::Array},      {"{}", QJsonValue::Object},
        {"{\"id\":7}", QJsonValue::Object},
    };
    return values;
}
