"""How wide a text is in Lato, read from the font itself, so that lines break where they will fit.

The drawings name Lato first and common sans-serif fonts after it. Lines are broken with room to spare, because those are a little wider.
"""
import functools
import struct

FOLDER = "/usr/share/fonts/truetype/lato/"
FILES = {400: "Lato-Regular.ttf", 700: "Lato-Bold.ttf", 900: "Lato-Black.ttf"}

# A last line shorter than this part of the room looks forgotten.
SHORT = 0.3


@functools.cache
def advances(weight):
    """Width of each character in thousandths of the size."""
    with open(FOLDER + FILES[weight], "rb") as file:
        font = file.read()
    tables = {font[12 + 16 * i:16 + 16 * i].decode("latin-1"): struct.unpack(">II", font[20 + 16 * i:28 + 16 * i]) for i in range(struct.unpack(">H", font[4:6])[0])}
    units = struct.unpack(">H", font[tables["head"][0] + 18:tables["head"][0] + 20])[0]
    long = struct.unpack(">H", font[tables["hhea"][0] + 34:tables["hhea"][0] + 36])[0]
    widths = [struct.unpack(">H", font[tables["hmtx"][0] + 4 * i:tables["hmtx"][0] + 4 * i + 2])[0] for i in range(long)]
    return {code: widths[min(glyph, long - 1)] * 1000 / units for code, glyph in characters(font, tables["cmap"][0]).items()}


def characters(font, cmap):
    """The glyph of each character: the font's table of the basic plane (format 4)."""
    for i in range(struct.unpack(">H", font[cmap + 2:cmap + 4])[0]):
        start = cmap + struct.unpack(">I", font[cmap + 8 + 8 * i:cmap + 12 + 8 * i])[0]
        if struct.unpack(">H", font[start:start + 2])[0] == 4:
            break
    count = struct.unpack(">H", font[start + 6:start + 8])[0] // 2

    def row(number, kind="H"):
        at = start + 14 + number * 2 * count + (2 if number else 0)
        return struct.unpack(f">{count}{kind}", font[at:at + 2 * count]), at

    (ends, _), (starts, _), (deltas, _), (offsets, place) = row(0), row(1), row(2, "h"), row(3)
    glyphs = {}
    for i in range(count):
        for code in range(starts[i], min(ends[i], 0xFFFE) + 1):
            at = place + 2 * i + offsets[i] + 2 * (code - starts[i])
            glyphs[code] = (code + deltas[i]) % 65536 if not offsets[i] else struct.unpack(">H", font[at:at + 2])[0]
    return glyphs


def width(text, size, weight=400):
    return sum(advances(weight).get(ord(letter), 600) for letter in text) * size / 1000


def lines(text, size, room, weight=400):
    """The text in lines no wider than the room; a line break that is written stays."""
    return [line for part in text.split("\n") for line in even(part.split(), size, room, weight)]


def even(words, size, room, weight):
    """As few lines as will do, and no last line that looks forgotten: a little less room may mend it."""
    broken = fill(words, size, room, weight)
    for tighter in range(int(room), int(room * 0.6), -10):
        again = fill(words, size, tighter, weight)
        if len(again) > len(broken):
            break
        if width(again[-1], size, weight) > room * SHORT:
            return again
    return broken


def fill(words, size, room, weight):
    """Each line takes as many words as fit."""
    rows = [words[0]]
    for word in words[1:]:
        longer = f"{rows[-1]} {word}"
        if width(longer, size, weight) > room:
            rows.append(word)
        else:
            rows[-1] = longer
    return rows
