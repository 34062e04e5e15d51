#include "core/store/transaction.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

Transaction::Transaction(Database &database)
    : m_open(&database)
{}

Transaction::Transaction(Transaction &&other) noexcept
    : m_open(std::exchange(other.m_open, nullptr))
{}

Transaction::~Transaction()
{
    if (!m_open)
        return;
    // SQLite may have rolled back by itself (a full disk): then this fails, and nothing is lost by that.
    const Result<void> ignored = m_open->rollBack();
    static_cast<void>(ignored);
}

Result<Transaction> Transaction::begin(Database &database)
{
    if (const Result<void> begun = database.execute(u"BEGIN IMMEDIATE"_s); !begun)
        return failure(begun.error());
    return Transaction(database);
}

Result<void> Transaction::commit()
{
    if (const Result<void> committed = m_open->execute(u"COMMIT"_s); !committed)
        return committed;
    m_open = nullptr;
    return {};
}
