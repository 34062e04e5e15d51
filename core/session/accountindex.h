#pragma once

#include "core/domain/account.h"
#include "core/domain/result.h"

#include <vector>

/// Which accounts have files in the data folder, and which was used last: accounts.json. No token in it.
class AccountIndex
{
public:
    struct Entry
    {
        AccountKey key;
        QString folder; ///< Below the data folder; named after the key, not after a person
        Instant lastUsed;
        bool opensByItself = true;
    };

    /// A missing or unreadable index is an empty one: the folders stay, and are found again by their names at sign-in.
    [[nodiscard]] static AccountIndex read(const QString &dataDir);

    /// The account of `origin` that was used last; with an empty origin, of any service. None once somebody has signed
    /// out, until an account is used again.
    [[nodiscard]] std::optional<Entry> lastUsed(const QString &origin) const;
    /// Notes that the account is used now; save() writes it.
    [[nodiscard]] Entry use(const AccountKey &key, Instant now);
    /// Errors: Disk.
    [[nodiscard]] Result<void> save() const;
    /// After signing out: the account's files may still hold its desk, but neither it nor another one is opened by
    /// itself any more: who comes next is to say who they are.
    [[nodiscard]] Result<void> forget(const AccountKey &key);

private:
    QString m_path;
    std::vector<Entry> m_entries;
};
