#include "tests/fuzz/properties.h"

#include "core/api/eventparser.h"

#include <QByteArrayList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

using Events = std::vector<ServerEvent>;

constexpr qsizetype mostBytes = 64 * 1024;

/// A stream and where it is cut, from the fuzzer's bytes.
struct Pieces
{
    QByteArray whole;
    std::vector<qsizetype> cuts; ///< Rising
};

Pieces piecesOf(const QByteArray &input)
{
    if (input.size() < 2)
        return {};
    const qsizetype cuts = qMin<qsizetype>(static_cast<uchar>(input.at(1)) % 8, input.size() - 2);
    Pieces pieces;
    pieces.whole = input.mid(2 + cuts);
    // Six times, so that also what is kept of lines of five bytes, one each, is beyond the limit.
    const int times = input.at(0) == '!' ? 1 : input.at(0) == '#' ? 6 : 0;
    const bool stretched = times > 0 && !pieces.whole.isEmpty();
    if (stretched)
        pieces.whole = pieces.whole.repeated(times * mostBytes / pieces.whole.size() + 2);
    qsizetype at = 0;
    for (const char distance : input.mid(2, cuts)) {
        at = qMin(at + static_cast<uchar>(distance) * (stretched ? 97 : 1), pieces.whole.size());
        pieces.cuts.push_back(at);
    }
    return pieces;
}

void append(Events &to, const Events &more)
{
    to.insert(to.end(), more.begin(), more.end());
}

Events inPieces(const Pieces &pieces)
{
    EventParser parser;
    Events events;
    qsizetype from = 0;
    for (const qsizetype cut : pieces.cuts) {
        append(events, parser.feed(pieces.whole.mid(from, cut - from)));
        from = cut;
    }
    append(events, parser.feed(pieces.whole.mid(from)));
    return events;
}

Events byteByByte(const QByteArray &whole)
{
    EventParser parser;
    Events events;
    for (const char c : whole)
        append(events, parser.feed(QByteArrayView(&c, 1)));
    return events;
}

/// WHATWG HTML, 9.2.6, once more and as simply as it can be said: for streams that are shorter than the limits.
Events byTheBook(QByteArray stream)
{
    if (stream.startsWith("\xEF\xBB\xBF"))
        stream.remove(0, 3);
    QList<QByteArray> lines = stream.replace("\r\n", "\n").replace('\r', '\n').split('\n');
    lines.removeLast(); // What has not ended
    Events events;
    ServerEvent event;
    QByteArrayList data;
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        const QByteArray field = colon < 0 ? line : line.left(colon);
        QByteArray value = colon < 0 ? QByteArray() : line.mid(colon + 1);
        if (value.startsWith(' '))
            value.remove(0, 1);
        if (line.isEmpty()) {
            if (!data.isEmpty())
                events.push_back({event.name.isEmpty() ? "message" : event.name, data.join('\n'), event.lastId});
            event.name.clear();
            data.clear();
        } else if (field == "event") {
            event.name = value;
        } else if (field == "data") {
            data.append(value);
        } else if (field == "id" && !value.contains('\0')) {
            event.lastId = value;
        }
    }
    return events;
}

QString eventFault(const ServerEvent &event)
{
    if (event.name.isEmpty())
        return u"an event without a name was given"_s;
    if (event.name.size() > mostBytes || event.data.size() > mostBytes || event.lastId.size() > mostBytes)
        return u"more of an event was kept than may be"_s;
    if (event.data.contains('\r') || event.name.contains('\n') || event.lastId.contains('\0'))
        return u"an event with a character that can't be in it was given"_s;
    return {};
}

/// Whatever came, the stream goes on.
QString recoveryFault(const QByteArray &whole)
{
    EventParser parser;
    (void)parser.feed(whole);
    for (const ServerEvent &event : parser.feed("\n\n")) {
        if (const QString fault = eventFault(event); !fault.isEmpty())
            return fault;
    }
    const Events after = parser.feed("event: state\ndata: {}\n\n");
    const bool recovered = after.size() == 1 && after.front().name == "state" && after.front().data == "{}";
    return recovered ? QString() : u"after these bytes no event is understood"_s;
}

} // namespace

QString eventsFault(const QByteArray &input)
{
    const Pieces pieces = piecesOf(input);
    const Events whole = EventParser().feed(pieces.whole);
    if (inPieces(pieces) != whole)
        return u"a stream in pieces gives other events than the whole"_s;
    if (pieces.whole.size() < 1024 && byteByByte(pieces.whole) != whole)
        return u"a stream byte by byte gives other events than the whole"_s;
    if (pieces.whole.size() < mostBytes && byTheBook(pieces.whole) != whole)
        return u"the events are not those of the specification"_s;
    for (const ServerEvent &event : whole) {
        if (const QString fault = eventFault(event); !fault.isEmpty())
            return fault;
    }
    return recoveryFault(pieces.whole);
}
