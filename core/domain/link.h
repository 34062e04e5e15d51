#pragma once

#include <QStringList>
#include <QUrl>

#include <optional>

/// The address where it is an absolute https link to one of `hosts` (lower case, compared whole) without a user or
/// password in it; empty otherwise: then it is not opened.
[[nodiscard]] std::optional<QUrl> trustedLink(const QString &text, const QStringList &hosts);

/// The host that a link names, as the network sees it: in ASCII, lower case, so that letters which only look like others
/// are seen to be none. Empty where it names none.
[[nodiscard]] QString asciiHost(const QString &link);

/// A link that writes an e-mail to this address and says nothing else: no subject, no copy, no attachment. Empty where
/// the address is not one of plain letters, digits and dots at a host: then nothing is opened.
[[nodiscard]] std::optional<QUrl> mailLink(const QString &address);
