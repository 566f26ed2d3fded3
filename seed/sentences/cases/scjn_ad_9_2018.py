"""A roof over some and not over others, nine of ten of them women; and the three dates the court set, as steps."""
from shapes import GREY, INK, MIST, OCHRE, SAND, WHITE, box, letters, path, person, put

STEPS = (("piloto", OCHRE, INK), ("ley", "#c98b4a", INK), ("meta", None, WHITE))


def rain(ground):
    return "".join(path(f"M{690 + i * 83 % 900} {60 + i * 61 % (ground - 160)}l-18 60", stroke="#9db0b6", line=6) for i in range(26))


def draw(words, colour):
    ground, dates = 660, 1080
    height = dates + 660
    parts = [box(0, 0, 1600, ground, "#dbe3e4"), box(0, ground, 1600, dates - ground, SAND), box(0, dates, 1600, height - dates, MIST), rain(ground)]
    parts += [path("M30 330L345 110L660 330Z", colour), box(84, 326, 522, ground - 326, "#fbf3e2"), box(84, 326, 22, ground - 326, colour), box(584, 326, 22, ground - 326, colour)]
    parts += [person(180 + i * 110, ground, 200, GREY) for i in range(4)]
    for i in range(10):
        x, y = 760 + (i % 5) * 172, ground - 244 * (1 - i // 5)
        parts.append(person(x, y, 200, colour) if i != 4 else person(x, y, 200, WHITE, INK, 8))
    parts += [put(90, ground + 92, words["techo"], 54, GREY, 900, room=520), put(680, ground + 92, words["fuera"], 54, INK, 700, room=830)]
    parts.append(put(90, ground + 286, words["nueve"], 56, colour, 900, room=1420))
    parts.append(put(90, dates + 104, words["plazos"], 58, colour, 900))
    for i, (name, fill, ink) in enumerate(STEPS):
        x, top = 90 + i * 474, dates + 370 - i * 110
        parts.append(box(x, top, 474, height - top, fill or colour))
        when, last = letters(x + 28, top + 78, words[name], 52, ink, 900, room=420, lead=1.16)
        parts += [when, put(x + 28, last + 72, words[f"{name}_que"], 50, ink, room=424, lead=1.2)]
    return height, "".join(parts)
