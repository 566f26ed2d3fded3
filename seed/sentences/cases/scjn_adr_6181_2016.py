"""The same history behind a curtain, twice: first all but its last moment is covered, then nothing is."""
from shapes import BRICK, GREY, INK, MIST, SAND, WHITE, box, dot, path, put

LEFT, RIGHT, TALL = 90, 1510, 330


def history(y, colour):
    """A line that is jagged all along, up to the moment the trial was about."""
    points = "L".join(f"{LEFT + 30 + i * 44:g} {y + 165 + (0, -62, 48, -96, 80, -44, 88, -110, 56, -70)[i % 10]:g}" for i in range(1, 28))
    return box(LEFT, y, RIGHT - LEFT, TALL, WHITE) + path(f"M{LEFT + 12} {y + 165}L{points}L{RIGHT - 130} {y + 165}", stroke=BRICK, line=12) + dot(RIGHT - 110, y + 165, 44, colour) + dot(RIGHT - 110, y + 165, 16, WHITE)


def curtain(y, width):
    folds = round(width / 58)
    hem = "".join(f"q{width / folds / 2:g} 26 {width / folds:g} 0" for _ in range(folds))
    lines = "".join(path(f"M{LEFT + width * i / folds:g} {y}v{TALL + 30}", stroke="#767f79", line=8, cap="butt") for i in range(1, folds))
    return path(f"M{LEFT} {y}V{y + TALL + 26}{hem}V{y}Z", GREY) + lines + box(LEFT - 20, y - 26, RIGHT - LEFT + 40, 26, INK, 13)


def draw(words, colour):
    half, height = 890, 1700
    parts = [box(0, 0, 1600, half, SAND), box(0, half, 1600, height - half, MIST)]
    parts += [put(90, 116, words["antes"], 60, colour, 900), history(194, colour), curtain(194, 1190)]
    parts += [put(RIGHT, 640, words["muerte"], 52, colour, 900, "end", room=330, lead=1.18), put(90, 640, words["tapado"], 52, INK, room=900)]
    parts.append(put(90, 810, words["pena"], 54, INK, 900))
    parts += [put(90, half + 116, words["despues"], 60, colour, 900), history(half + 194, colour), curtain(half + 194, 118)]
    parts += [put(90, half + 650, words["historia"], 54, INK, 900), put(90, half + 726, words["completa"], 52, INK)]
    return height, "".join(parts)
