#include "core/api/mendjson.h"

namespace {

// A value costs Qt's parser 16 bytes and more, however short it is on the wire. The fullest page of the contract that a
// body of HttpSettings::mostBytes can hold stays below this; what is above is an attack or a fault, and not parsed.
constexpr qsizetype mostValues = 2'000'000;

// Objects and arrays in each other. The contract's deepest, a client's note in a page, is at 7; Qt's parser refuses the
// whole document at 1,024.
constexpr int mostLevels = 64;

// A number of fewer characters and without an exponent is within a double's 308 digits before and behind the point.
constexpr qsizetype shortNumber = 300;

constexpr QByteArrayView byteOrderMark{"\xEF\xBB\xBF"};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The length of the digits at the beginning.
qsizetype digits(QByteArrayView text)
{
    qsizetype count = 0;
    while (count < text.size() && isDigit(text.at(count)))
        ++count;
    return count;
}

/// By RFC 8259, 6: what is none must not become null.
bool isNumber(QByteArrayView text)
{
    text = text.sliced(text.startsWith('-') ? 1 : 0);
    const qsizetype whole = digits(text);
    if (whole == 0 || (whole > 1 && text.front() == '0'))
        return false;
    text = text.sliced(whole);
    if (text.startsWith('.')) {
        const qsizetype fraction = digits(text.sliced(1));
        if (fraction == 0)
            return false;
        text = text.sliced(1 + fraction);
    }
    if (text.isEmpty())
        return true;
    if (text.front() != 'e' && text.front() != 'E')
        return false;
    text = text.sliced(1);
    text = text.sliced(text.startsWith('+') || text.startsWith('-') ? 1 : 0);
    return !text.isEmpty() && digits(text) == text.size();
}

/// Goes over the bytes once; copies only where something is mended.
class Mender
{
public:
    explicit Mender(const QByteArray &json)
        : m_in(json)
    {}

    Result<QByteArray> mend()
    {
        while (m_at < m_in.size()) {
            readToken();
            if (m_values > mostValues)
                return failure(ErrorKind::Unreadable, QStringLiteral("too many values"));
        }
        if (m_copied == 0)
            return m_in;
        m_out += QByteArrayView(m_in).sliced(m_copied);
        return m_out;
    }

private:
    void readToken()
    {
        const char c = m_in.at(m_at);
        if (c == '"')
            readText();
        else if (c == '[' || c == '{')
            open();
        else if (c == ']' || c == '}')
            close();
        else if (c == '-' || isDigit(c))
            readNumber();
        else {
            m_values += c == ',' ? 1 : 0;
            ++m_at;
        }
    }

    void open()
    {
        ++m_values; // Every value but the first follows an opening or a comma
        ++m_depth;
        if (m_depth == mostLevels + 1)
            m_deepFrom = m_at;
        ++m_at;
    }

    void close()
    {
        ++m_at;
        if (m_depth == mostLevels + 1)
            replace(m_deepFrom, "null");
        m_depth = qMax(m_depth - 1, 0);
    }

    void readText()
    {
        ++m_at;
        while (m_at < m_in.size() && m_in.at(m_at) != '"') {
            const qsizetype from = m_at;
            m_at += m_in.at(from) == '\\' ? 2 : 1;
            // Qt takes U+FEFF away at the beginning of every text, also of a revision, which goes back as it came; not
            // an escaped one.
            if (QByteArrayView(m_in).sliced(from).startsWith(byteOrderMark)) {
                m_at = from + byteOrderMark.size();
                replaceUnlessDeep(from, "\\ufeff");
            }
        }
        m_at = qMin(m_at + 1, m_in.size());
    }

    void readNumber()
    {
        static constexpr QByteArrayView characters{"+-.eE"};
        const qsizetype from = m_at;
        bool hasExponent = false;
        while (m_at < m_in.size() && (isDigit(m_in.at(m_at)) || characters.contains(m_in.at(m_at)))) {
            hasExponent = hasExponent || m_in.at(m_at) == 'e' || m_in.at(m_at) == 'E';
            ++m_at;
        }
        if (!hasExponent && m_at - from < shortNumber)
            return;
        const QByteArrayView number = QByteArrayView(m_in).sliced(from, m_at - from);
        bool fits = false;
        (void)number.toDouble(&fits);
        if (!fits && isNumber(number))
            replaceUnlessDeep(from, "null");
    }

    /// What was read since `from`.
    void replace(qsizetype from, QByteArrayView with)
    {
        m_out += QByteArrayView(m_in).sliced(m_copied, from - m_copied);
        m_out += with;
        m_copied = m_at;
    }

    void replaceUnlessDeep(qsizetype from, QByteArrayView with)
    {
        if (m_depth <= mostLevels)
            replace(from, with);
    }

    const QByteArray &m_in;
    QByteArray m_out;
    qsizetype m_at = 0;
    qsizetype m_copied = 0; ///< How much of `m_in` is in `m_out` already
    qsizetype m_deepFrom = 0;
    qsizetype m_values = 0;
    int m_depth = 0;
};

} // namespace

Result<QByteArray> mendJson(const QByteArray &json)
{
    if (json.isValidUtf8())
        return Mender(json).mend();
    const QByteArray replaced = QString::fromUtf8(json).toUtf8();
    return Mender(replaced).mend();
}
