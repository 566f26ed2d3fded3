"""A cotton field with three bolls before everything else, and the years between the violence and the judgment."""
from shapes import BRICK, INK, OLIVE, SAGE, SAND, STRAW, WHITE, box, dot, path, put

FIELD = 600


def boll(x, y, size):
    """A boll on its stem: five soft lobes, open, above the leaves."""
    stem = path(f"M{x:g} {y:g}C{x - size * 0.1:g} {y + size:g} {x + size * 0.1:g} {y + size * 1.6:g} {x:g} {y + size * 2.6:g}", stroke="#33441a", line=size * 0.09)
    leaves = "".join(path(f"M{x:g} {y + size * down:g}q{side * size * 0.5:g} {-size * 0.5:g} {side * size * 1.05:g} {-size * 0.12:g}q{-side * size * 0.5:g} {size * 0.42:g} {-side * size * 1.05:g} {size * 0.12:g}Z", "#33441a")
                     for side, down in ((-1, 1.5), (1, 1.9), (1, 1.05), (-1, 2.2)))
    lobes = "".join(dot(x + size * dx, y + size * dy, size * r, WHITE, STRAW, size * 0.035) for dx, dy, r in
                    ((-0.36, 0.06, 0.36), (0.36, 0.06, 0.36), (-0.2, -0.32, 0.36), (0.22, -0.32, 0.36), (0, 0.02, 0.38)))
    cup = path(f"M{x - size * 0.62:g} {y + size * 0.12:g}q{size * 0.2:g} {size * 0.62:g} {size * 0.62:g} {size * 0.6:g}q{size * 0.42:g} 0 {size * 0.62:g} {-size * 0.6:g}q{-size * 0.3:g} {size * 0.34:g} {-size * 0.62:g} {size * 0.1:g}q{-size * 0.32:g} {size * 0.24:g} {-size * 0.62:g} {-size * 0.1:g}Z", "#6b4a24")
    return stem + leaves + lobes + cup


def draw(words, colour):
    horizon = 210
    parts = [box(0, 0, 1600, FIELD, "#eadfc8"), path(f"M0 {horizon}L240 120L470 190L760 90L1040 195L1290 130L1600 {horizon - 20}V{FIELD}H0Z", "#c9b79a"),
             path(f"M0 {horizon}H1600V{FIELD}H0Z", SAGE)]
    parts += [path(f"M{800 + i * 26} {horizon}L{800 + i * 330} {FIELD}", stroke=OLIVE, line=12, cap="butt") for i in range(-7, 8)]
    for row, (y, step, r) in enumerate(((236, 92, 6), (278, 134, 9), (338, 190, 13))):
        parts += [dot(800 + (i + row % 2 / 2) * step, y, r, WHITE) for i in range(-9, 10) if 0 < 800 + (i + row % 2 / 2) * step < 1600]
    parts += [boll(x, y, size) for x, y, size in ((360, 320, 126), (1240, 320, 126), (800, 280, 126))]
    moments = ("desde", "antes", "hallazgo", "fecha")
    top, step = FIELD + 110, 190
    height = top + 3 * step + 175
    parts += [box(0, FIELD, 1600, height - FIELD, SAND), box(122, top - 14, 16, 2.5 * step, BRICK), box(122, top + 2.5 * step - 14, 16, step * 0.5, colour)]
    for i, when in enumerate(moments):
        y = top + i * step
        parts.append(dot(130, y, 32, SAND, colour if i == 3 else BRICK, 14))
        parts.append(dot(130, y, 12, colour if i == 3 else BRICK))
        parts.append(put(215, y + 18, words[when], 56, colour if i == 3 else BRICK, 900))
        parts.append(put(215, y + 90, words[f"{when}_que"], 52, INK, room=1290))
    return height, "".join(parts)
