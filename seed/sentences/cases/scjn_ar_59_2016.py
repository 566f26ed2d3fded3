"""Two entrances of the same nursery. Before: one door wide open, the other ajar. After: one door, for both."""
from shapes import INK, MIST, OCHRE, SAND, box, dot, path, person, put

LIGHT, WALL = "#fff3cf", "#e8d9b5"


def house(x, y, w, h, colour):
    """A wall under a roof."""
    return box(x, y - h, w, h, WALL) + path(f"M{x - 46} {y - h + 10}L{x + w / 2} {y - h - 140}L{x + w + 46} {y - h + 10}Z", colour)


def leaf(x, y, side, colour):
    """A door leaf swung out to one side."""
    return path(f"M{x} {y - 300}l{side * 90} 40v300l{-side * 90} -40Z", colour) + dot(x + side * 66, y - 110, 10, OCHRE)


def draw(words, colour):
    half, height = 990, 1800
    parts = [box(0, 0, 1600, half, SAND), box(0, half, 1600, height - half, MIST), put(90, 112, words["antes"], 58, colour, 900)]
    base = 700
    parts += [house(150, base, 1300, 390, colour), box(0, base, 1600, 10, "#c9b79a")]
    parts += [box(330, base - 300, 240, 300, LIGHT), leaf(330, base, -1, colour), person(422, base, 236, INK), person(518, base, 134, OCHRE)]
    parts += [box(940, base - 300, 44, 300, LIGHT), box(984, base - 300, 196, 300, colour), dot(1010, base - 140, 10, OCHRE), person(1300, base, 240, INK), person(1402, base, 134, OCHRE)]
    parts += [put(90, base + 112, words["madres"], 54, INK, 700, room=640), put(850, base + 112, words["padres"], 54, INK, 700, room=680)]
    base = 1572
    parts += [put(90, half + 112, words["despues"], 58, colour, 900), house(350, base, 900, 350, colour), box(0, base, 1600, 10, "#a9bfa3")]
    parts += [box(560, base - 300, 480, 300, LIGHT), leaf(560, base, -1, colour), leaf(1040, base, 1, colour)]
    parts += [person(650, base, 236, INK), person(744, base, 134, OCHRE), person(856, base, 134, OCHRE), person(954, base, 240, INK)]
    parts.append(put(90, base + 104, words["igual"], 54, INK, 700, room=1420))
    return height, "".join(parts)
