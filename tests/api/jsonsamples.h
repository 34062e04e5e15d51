#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

/// Objects of the contract with every member it knows, as a test's starting point.
[[nodiscard]] QJsonObject fullObject(const QString &kind);
/// A change of the feed with that object.
[[nodiscard]] QJsonObject fullChange(const QString &kind);
/// The members of `kind` that the contract requires.
[[nodiscard]] QStringList requiredMembers(const QString &kind);
[[nodiscard]] QStringList allKinds();

[[nodiscard]] QJsonObject fullPage(const QJsonArray &changes);
[[nodiscard]] QJsonObject fullSession();
[[nodiscard]] QByteArray toJson(const QJsonObject &object);
[[nodiscard]] QJsonObject fromJson(const char *json);
