"""A house with its door open and the way she left by; below it the instances, one after the other, and the way back of the case."""
from shapes import GREY, INK, OCHRE, SAND, WHITE, arrow, box, dot, path, put


def house(x, y, colour):
    """Dark inside: what happened there is what nobody had asked."""
    return (path(f"M{x - 290} {y - 300}L{x} {y - 520}L{x + 290} {y - 300}Z", colour) + box(x - 240, y - 310, 480, 310, "#fbf3e2")
            + box(x - 190, y - 240, 120, 120, INK) + path(f"M{x - 130} {y - 240}v120M{x - 190} {y - 180}h120", stroke="#fbf3e2", line=10, cap="butt")
            + box(x + 10, y - 236, 150, 236, INK) + path(f"M{x + 160} {y - 236}l76 34v236l-76 -34Z", OCHRE) + dot(x + 218, y - 86, 9, INK))


def draw(words, colour):
    ground, first, step = 600, 800, 256
    height = first + 3 * step + 176
    parts = [box(0, 0, 1600, height, SAND), box(0, ground, 1600, height - ground, "#eadfc8"), path(f"M445 {ground - 2}C460 {ground + 110} 760 {ground + 80} 1000 {ground + 64}S1400 {ground + 60} 1600 {ground + 62}", stroke="#d3b878", line=44, cap="butt"),
             house(360, ground, colour), put(740, 260, words["pregunta"], 100, colour, 900, room=780, lead=1.12)]
    parts.append(path(f"M150 {first}V{first + 2 * step}", stroke=GREY, line=14))
    for i, name in enumerate(("local", "federal", "sala")):
        y, fill = first + i * step, colour if name == "sala" else GREY
        parts += [dot(150, y, 46, fill), put(150, y + 20, str(i + 1), 56, WHITE, 900, "middle"), put(240, y + 18, words[name], 56, fill, 900), put(240, y + 86, words[f"{name}_que"], 52, INK, room=1040)]
    last, back = first + 2 * step, first + step
    parts.append(path(f"M640 {last}H1440V{back}", stroke=colour, line=14, cap="butt") + arrow([(1440, back - 7), (1440, back), (720, back)], colour, 14, 46))
    parts.append(put(240, last + step - 10, words["regreso"], 52, colour, 700, room=1230))
    return height, "".join(parts)
