"""The few shapes the drawings are made of: lettering, persons, arrows. All flat, all in the colours of the series."""
from html import escape

from lettering import lines

INK, DEEP, PAPER, WHITE = "#26302b", "#1f3a34", "#fbf8f2", "#ffffff"
SAND, STONE, MIST, STRAW = "#f1e8d6", "#d9d3c6", "#dfe9dc", "#f3e0b8"
BRICK, OCHRE, OLIVE, SAGE, SLATE, EARTH, GREY, NIGHT = "#8c3b2a", "#e2a04a", "#4a5f23", "#7f8f63", "#2b5468", "#7a4f16", "#4b554f", "#16302b"
LEAD = 1.3


def letters(x, y, text, size, fill=INK, weight=400, anchor="start", room=1420, lead=LEAD):
    """A text broken into lines, its first baseline at y; and how far down it goes."""
    rows = lines(text, size, room, weight)
    spans = "".join(f'<tspan x="{x:g}" y="{y + i * size * lead:g}">{escape(row, quote=False)}</tspan>' for i, row in enumerate(rows))
    drawn = f'<text font-size="{size}" font-weight="{weight}" fill="{fill}" text-anchor="{anchor}">{spans}</text>\n'
    return drawn, y + (len(rows) - 1) * size * lead


def put(x, y, text, size, fill=INK, weight=400, anchor="start", room=1420, lead=LEAD):
    return letters(x, y, text, size, fill, weight, anchor, room, lead)[0]


def box(x, y, w, h, fill, radius=0, stroke="none", line=0, dash=""):
    return (f'<rect x="{x:g}" y="{y:g}" width="{w:g}" height="{h:g}"{f" rx={chr(34)}{radius:g}{chr(34)}" if radius else ""} fill="{fill}"'
            f'{pen(stroke, line, dash)}/>\n')


def path(d, fill="none", stroke="none", line=0, dash="", cap="round"):
    return f'<path d="{d}" fill="{fill}"{pen(stroke, line, dash)}{f" stroke-linecap={chr(34)}{cap}{chr(34)} stroke-linejoin={chr(34)}round{chr(34)}" if line else ""}/>\n'


def dot(x, y, r, fill, stroke="none", line=0):
    return f'<circle cx="{x:g}" cy="{y:g}" r="{r:g}" fill="{fill}"{pen(stroke, line)}/>\n'


def pen(stroke, line, dash=""):
    return (f' stroke="{stroke}" stroke-width="{line:g}"' if line else "") + (f' stroke-dasharray="{dash}"' if dash else "")


def person(x, y, h, fill, stroke="none", line=0):
    """Someone, standing on y: a head and shoulders like everyone's. Who it is, the words say."""
    r, w = h * 0.19, h * 0.5
    return (dot(x, y - h + r, r - line / 2, fill, stroke, line)
            + path(f"M{x - w / 2:g} {y:g}V{y - h * 0.3:g}a{w / 2:g} {h * 0.26:g} 0 0 1 {w:g} 0V{y:g}Z", fill, stroke, line))


def arrow(points, stroke=INK, line=10, head=30, dash=""):
    """A line through the points with a head at its end."""
    (x0, y0), (x, y) = points[-2], points[-1]
    length = ((x - x0) ** 2 + (y - y0) ** 2) ** 0.5
    ux, uy = (x - x0) / length, (y - y0) / length
    bx, by = x - ux * head, y - uy * head
    way = "M" + "L".join(f"{px:g} {py:g}" for px, py in [*points[:-1], (bx, by)])
    tip = f"M{x:g} {y:g}L{bx - uy * head * 0.62:g} {by + ux * head * 0.62:g}L{bx + uy * head * 0.62:g} {by - ux * head * 0.62:g}Z"
    return path(way, stroke=stroke, line=line, dash=dash, cap="butt") + path(tip, stroke)


def cross(x, y, r, stroke=BRICK, line=14):
    return path(f"M{x - r:g} {y - r:g}L{x + r:g} {y + r:g}M{x + r:g} {y - r:g}L{x - r:g} {y + r:g}", stroke=stroke, line=line)


def tick(x, y, r, stroke=OLIVE, line=14):
    return path(f"M{x - r:g} {y:g}L{x - r * 0.25:g} {y + r * 0.75:g}L{x + r:g} {y - r * 0.8:g}", stroke=stroke, line=line)
