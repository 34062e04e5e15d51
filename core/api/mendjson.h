#pragma once

#include "core/domain/result.h"

#include <QByteArray>

/// The bytes so that Qt's parser reads all that can be read of them: one fault in one object must not cost the page.
/// What is no UTF-8 becomes U+FFFD; what is nested deeper than anything of the contract, and a number that no double
/// holds, becomes null. Where nothing is to be mended it is the same bytes; what is no JSON stays none. Unreadable
/// where there are more values than a page may have. Pure.
[[nodiscard]] Result<QByteArray> mendJson(const QByteArray &json);
