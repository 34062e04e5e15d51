#pragma once

#include "core/store/database.h"

/// BEGIN IMMEDIATE; what was not committed when this goes out of scope is rolled back. Thread: the Database's.
class Transaction
{
public:
    [[nodiscard]] static Result<Transaction> begin(Database &database);
    ~Transaction();
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    Q_DISABLE_COPY(Transaction)

    [[nodiscard]] Result<void> commit();

private:
    explicit Transaction(Database &database);
    Database *m_open;
};
