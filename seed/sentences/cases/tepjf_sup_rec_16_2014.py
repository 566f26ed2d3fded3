"""Three times the same people: put forward, left out, and choosing again. Full figures are women, outlined ones men."""
from shapes import GREY, INK, MIST, OCHRE, SAND, WHITE, arrow, box, person, put

WOMAN, MAN = True, False


def someone(x, y, h, woman, colour):
    return person(x, y, h, colour) if woman else person(x, y, h, WHITE, INK, 9)


def chair(x, y, w=130):
    """A seat of office, seen from the front: back, seat, legs."""
    return box(x - w / 2, y - 190, w, 130, OCHRE, 14) + box(x - w / 2 - 14, y - 78, w + 28, 30, "#7a4f16", 6) + box(x - w / 2, y - 50, 20, 50, "#7a4f16") + box(x + w / 2 - 20, y - 50, 20, 50, "#7a4f16")


def draw(words, colour):
    height = 1780
    parts = [box(0, 0, 1600, height, SAND), box(0, 1060, 1600, height - 1060, MIST)]
    parts += [someone(118, 138, 96, WOMAN, colour), put(172, 126, words["mujeres"], 52, INK, 700), someone(470, 138, 96, MAN, colour), put(524, 126, words["hombres"], 52, INK, 700)]
    parts.append(put(90, 256, words["ternas"], 58, colour, 900))
    for group, people in enumerate(((MAN, WOMAN, MAN), (WOMAN, MAN, WOMAN), (MAN, WOMAN, MAN))):
        left = 90 + group * 490
        parts.append(box(left, 290, 440, 230, WHITE, 20))
        parts += [someone(left + 90 + i * 130, 500, 180, woman, colour) for i, woman in enumerate(people)]
    parts.append(arrow([(800, 536), (800, 624)], INK, 14, 46))
    parts.append(put(90, 706, words["cargos"], 58, colour, 900))
    parts += [chair(310 + i * 490, 1020) + someone(310 + i * 490, 950, 190, MAN, colour) for i in range(3)]
    parts.append(put(90, 1146, words["orden"], 58, colour, 900))
    for i, woman in enumerate((WOMAN, MAN, WOMAN, WOMAN, MAN, WOMAN, MAN, WOMAN)):
        parts.append(someone(150 + i * 186, 1430, 170, woman, colour))
    parts += [chair(310 + i * 490, 1670, 130) for i in range(3)]
    parts.append(put(90, height - 44, words["cuenta"], 50, GREY))
    return height, "".join(parts)
