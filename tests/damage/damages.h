#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <map>

/// What can have been done to a file between two runs.
namespace damages {

void cutInHalf(const QString &path);
void cutToAHeadersHalf(const QString &path); ///< 50 bytes
void empty(const QString &path);
void remove(const QString &path);
void flipInTheHeader(const QString &path); ///< One bit of what says how large a page is
void flipInTheText(const QString &path, const char *text); ///< One bit of its first letter, where it stands first
void spoilThePageInTheMiddle(const QString &path);
void makeForeign(const QString &path);     ///< Another application_id
void putAnotherDatabase(const QString &path);
void putText(const QString &path);
void makeNewer(const QString &path);       ///< A user_version of the future
void forgetTheVersion(const QString &path); ///< As a migration leaves it whose journal was lost: tables, no version
void removeTheLog(const QString &path);
void flipInTheLog(const QString &path);    ///< One bit in its middle
void cutTheLog(const QString &path);

} // namespace damages

/// Every file of a database, by what follows its name; what must be found again, to the byte.
[[nodiscard]] std::map<QString, QByteArray> contentsOf(const QString &path);
