"""The way of a complaint: two walls to get past, then a fork. One branch ends at a wall without a gap, the other leads on, into the decision."""
from shapes import BRICK, GREY, INK, SAND, arrow, box, path, person, put

WAY, RIGHT = 300, 900
ROAD = "#e3c98f"


def wall(x, y, w, h, fill):
    """Three courses of stones."""
    rows = "".join(path(f"M{x:g} {y + h * i / 3:g}h{w:g}", stroke=SAND, line=5, cap="butt") for i in (1, 2))
    ends = "".join(path(f"M{at:g} {y + h * i / 3:g}v{h / 3:g}", stroke=SAND, line=5, cap="butt") for i in range(3) for at in range(int(x) + (42 if i % 2 else 84), int(x + w) - 8, 84))
    return box(x, y, w, h, fill) + rows + ends


def draw(words, colour):
    height, fork, end = 1490, 930, 1120
    parts = [box(0, 0, 1600, height, SAND), box(0, 0, 1600, 330, "#eadfc8"), path("M0 250L180 130L360 210L560 70L760 220L980 90L1180 230L1390 120L1600 250V360H0Z", "#c9b79a"),
             path("M0 320C260 270 520 310 800 300S1360 270 1600 320V380H0Z", SAND)]
    parts.append(path(f"M{WAY} 320V{end}M{WAY} {fork - 110}C{WAY} {fork + 50} {RIGHT} {fork - 50} {RIGHT} {end}V{height}", stroke=ROAD, line=104, cap="butt"))
    parts.append(person(WAY, 350, 230, colour))
    parts.append(put(WAY + 150, 246, words["inicio"], 62, colour, 900))
    for y, label in ((420, "mujer"), (580, "indigena")):
        parts += [wall(90, y, 158, 96, BRICK), wall(352, y, 158, 96, BRICK), put(570, y + 66, words[label], 56, BRICK, 900)]
    parts.append(put(570, 746, words["indigena_que"], 52, INK, room=930))
    parts.append(arrow([(WAY, 380), (WAY, end - 40)], colour, 12, 40, "30 22"))
    parts.append(wall(90, end, 420, 96, GREY))
    parts.append(arrow([(RIGHT, end + 20), (RIGHT, height - 20)], colour, 12, 40, "30 22"))
    for x, y, name, fill in ((90, end + 168, "militar", GREY), (RIGHT + 100, end + 60, "ordinaria", colour)):
        parts.append(put(x, y, words[name], 56, fill, 900))
        parts.append(put(x, y + 70, words[f"{name}_que"], 50, INK, room=500))
    return height, "".join(parts)
