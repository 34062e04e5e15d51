#pragma once

#include <QString>

/// What tells that two invitations or clients may be of the same owner or business: equal keys. Empty: nothing to
/// compare.

/// An address but for case and the like.
[[nodiscard]] QString emailKey(const QString &email);
/// A registration number: its letters and digits alone.
[[nodiscard]] QString registrationKey(const QString &number);
/// A company's name as it is searched (searchtext.h), without punctuation, "the" and "and", and legal form.
[[nodiscard]] QString companyKey(const QString &name);
