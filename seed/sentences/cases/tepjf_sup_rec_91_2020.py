"""From one town to the state and to the whole country: three rings; below, the sheet of the register, and the name that is not told."""
from shapes import INK, MIST, SAND, STONE, WHITE, box, dot, path, put

RINGS = (("pais", 400, "#d3dbbb"), ("estado", 262, "#a3b27f"), ("municipio", 124, None))


def draw(words, colour):
    cx, base, under = 470, 900, 980
    height = under + 560
    parts = [box(0, 0, 1600, under, SAND), box(0, under, 1600, height - under, MIST)]
    parts += [dot(cx, base - r, r, fill or colour) for _, r, fill in RINGS]
    for name, r, _ in RINGS:
        y = base - 2 * r + 84
        parts.append(path(f"M{cx} {y}H890", stroke=INK, line=6, cap="butt") + dot(cx, y, 14, INK if r > 200 else WHITE))
        parts.append(put(915, y + 18, words[name], 56, colour, 900, room=640) + put(915, y + 86, words[f"{name}_que"], 50, INK, room=620, lead=1.2))
    parts.append(box(90, under + 70, 250, 230, WHITE, 10) + box(90, under + 70, 250, 54, colour, 10) + "".join(box(120, under + 154 + i * 46, (190, 150, 176)[i], 20, STONE) for i in range(3)))
    parts.append(put(400, under + 202, words["hoja"], 56, colour, 900, room=1100))
    parts.append(box(90, under + 392, 250, 64, INK, 6))
    parts.append(put(400, under + 408, words["nombre"], 52, INK, room=1110))
    return height, "".join(parts)
