"""Two lamps in the dark. The same traces lie on the ground; the narrow beam finds one, the wide one finds them all."""
from shapes import INK, NIGHT, OCHRE, STRAW, WHITE, box, dot, path, put

BEAM = "#f6dfa6"
TRACES = ((0.5, -0.46), (0.58, 0.48), (0.66, -0.6), (0.74, 0.7), (0.8, -0.76), (0.86, 0.1), (0.93, 0.54), (0.94, -0.54))


def lamp(x, y, spread, length, colour):
    """A torch from the left and what its light finds."""
    wide = spread * length
    parts = [path(f"M{x + 150} {y - 30}L{x + 150 + length} {y - wide}V{y + wide}L{x + 150} {y + 30}Z", BEAM),
             box(x, y - 34, 110, 68, OCHRE, 10), path(f"M{x + 100} {y - 34}l56 -24v116l-56 -24Z", STRAW), box(x + 34, y - 12, 34, 24, INK, 8)]
    for along, across in TRACES:
        tx, ty = x + 150 + length * along, y + 210 * across
        lit = abs(ty - y) < 30 + (wide - 30) * along - 26
        parts.append(dot(tx, ty, 24, colour if lit else NIGHT, "none" if lit else "#5f7a72", 0 if lit else 6))
        if lit:
            parts.append(dot(tx, ty, 9, BEAM))
    return "".join(parts)


def draw(words, colour):
    height = 1500
    parts = [box(0, 0, 1600, height, NIGHT)]
    parts += [put(90, 120, words["sin"], 60, STRAW, 900), lamp(90, 360, 0.055, 1270, colour), put(90, 676, words["sin_que"], 54, WHITE)]
    parts.append(box(90, 736, 1420, 6, "#4b6b63"))
    parts += [put(90, 850, words["con"], 60, STRAW, 900), lamp(90, 1100, 0.19, 1270, colour)]
    parts += [put(90, 1412, words["con_uno"], 54, WHITE, 700), put(800, 1412, words["con_dos"], 54, WHITE, 700)]
    return height, "".join(parts)
