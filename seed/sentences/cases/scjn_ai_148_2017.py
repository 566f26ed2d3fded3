"""Ten votes alike in a row, and the page of the code with four lines that no longer count."""
from shapes import BRICK, INK, SAND, STONE, WHITE, box, cross, path, put, tick


def draw(words, colour):
    height, page = 1340, 420
    parts = [box(0, 0, 1600, height, SAND), put(90, 116, words["votos"], 60, colour, 900)]
    for i in range(10):
        x = 90 + i * 144
        parts.append(box(x + 4, 166, 116, 160, WHITE, 8, colour, 8) + tick(x + 62, 246, 30, colour, 16))
    parts.append(path(f"M120 {page}H1370L1480 {page + 110}V{height}H120Z", WHITE) + path(f"M1370 {page}V{page + 110}H1480Z", STONE) + box(120, page, 16, height - page, colour))
    parts.append(put(200, page + 116, words["hoja"], 58, colour, 900, room=1060))
    for i, rule in enumerate(("regla_uno", "regla_dos", "regla_tres", "regla_cuatro")):
        y = page + 346 + i * 152
        parts += [box(200, y + 56, 1200, 4, STONE), cross(234, y - 20, 28, BRICK, 16), put(310, y, words[rule], 56, INK, room=1130)]
    return height, "".join(parts)
