#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <vector>

/// One value in a JSON object, at any depth: what may be put in its place.
struct Place
{
    QString path; ///< "client.notes[0].at"
    QJsonValue::Type type;
    QJsonObject marked; ///< The whole object with a marker in the value's place

    /// The whole object with these bytes in the value's place.
    [[nodiscard]] QByteArray with(const QByteArray &spelled) const;
};

/// Every value in the object but itself.
[[nodiscard]] std::vector<Place> placesIn(const QJsonObject &object);

/// What is put in the place of each: a value of each JSON type, and one that no double holds.
struct Wrong
{
    QByteArray spelled;
    QJsonValue::Type type;
};
[[nodiscard]] const std::vector<Wrong> &wrongValues();
