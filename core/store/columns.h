#pragma once

#include "core/store/statement.h"

/// A row's columns read one after the other, in the order the statement names them. What can't be what it should be
/// makes the whole row unusable: ask sound() at the end.
class Columns
{
public:
    explicit Columns(const Statement &statement, int first = 0)
        : m_statement(statement)
        , m_next(first)
    {}

    [[nodiscard]] QString text() { return m_statement.text(m_next++); }
    [[nodiscard]] QByteArray bytes() { return m_statement.bytes(m_next++); }
    [[nodiscard]] qint64 number() { return m_statement.number(m_next++); }
    [[nodiscard]] bool flag() { return number() != 0; }
    [[nodiscard]] Instant instant() { return instantFromMs(number()); }
    [[nodiscard]] Version version() { return {number()}; }
    [[nodiscard]] std::optional<Instant> optionalInstant()
    {
        if (skipNull())
            return std::nullopt;
        return instant();
    }
    /// Empty where the column is NULL or no id: a NULL is sound, the other is not.
    template <class IdType>
    [[nodiscard]] std::optional<IdType> optionalId()
    {
        if (skipNull())
            return std::nullopt;
        return id<IdType>();
    }
    template <class IdType>
    [[nodiscard]] std::optional<IdType> id()
    {
        std::optional<IdType> parsed = IdType::parse(text());
        m_sound = m_sound && parsed.has_value();
        return parsed;
    }

    [[nodiscard]] bool sound() const { return m_sound; }

private:
    bool skipNull()
    {
        if (!m_statement.isNull(m_next))
            return false;
        ++m_next;
        return true;
    }

    const Statement &m_statement;
    int m_next;
    bool m_sound = true;
};
