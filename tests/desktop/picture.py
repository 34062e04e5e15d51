"""Pictures of the desktop that session.py made, as PNG files."""

import os
import struct
import zlib


def _screen():
    """Width, height, bytes a line and the pixels, blue green red and one more, of what Xvfb keeps in its file."""
    with open(os.path.join(os.environ["ATLAS_DESKTOP"], "Xvfb_screen0"), "rb") as file:
        dump = file.read()
    header = struct.unpack(">25I", dump[:100])
    size, width, height, line, colours = header[0], header[4], header[5], header[12], header[19]
    if header[11] != 32:
        raise ValueError("the screen does not have 32 bits a pixel")
    return width, height, line, dump[size + 12 * colours:]


def pixels():
    """All of the screen, to compare."""
    return _screen()[3]


def _chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def save(path, area=None):
    """Writes the screen, or the area (x, y, width, height) of it."""
    width, height, line, pixels = _screen()
    left, top, wide, high = area or (0, 0, width, height)
    left, top = max(left, 0), max(top, 0)
    wide, high = min(wide, width - left), min(high, height - top)
    rows = bytearray()
    for y in range(top, top + high):
        row = pixels[y * line + left * 4:y * line + (left + wide) * 4]
        colour = bytearray(wide * 3)
        colour[0::3], colour[1::3], colour[2::3] = row[2::4], row[1::4], row[0::4]
        rows += b"\0" + colour
    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n")
        file.write(_chunk(b"IHDR", struct.pack(">2I5B", wide, high, 8, 2, 0, 0, 0)))
        file.write(_chunk(b"IDAT", zlib.compress(bytes(rows), 9)))
        file.write(_chunk(b"IEND", b""))
