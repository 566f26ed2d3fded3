"""The layout every infographic of the series shares. What lies in the middle, each ruling draws for itself."""
from html import escape

from shapes import BRICK, DEEP, EARTH, INK, OLIVE, PAPER, SLATE, STRAW, WHITE, box, letters, put

WIDTH, MARGIN = 1600, 90
ROOM = WIDTH - 2 * MARGIN
FONT = "Lato, Carlito, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"

# One colour for each matter, all dark enough for white letters.
COLOURS = {"derechos humanos": "#234a6b", "familiar": BRICK, "electoral": OLIVE, "penal": SLATE, "administrativa": EARTH, "laboral": "#6b3d1e"}


class Sheet:
    """Things put one below the other; y is where the next one begins."""

    def __init__(self):
        self.parts, self.y = [], 0

    def add(self, drawn):
        self.parts.append(drawn)

    def text(self, content, size, fill=INK, weight=400, x=MARGIN, room=ROOM, above=0, below=0, lead=1.3):
        """Puts a text so that its capitals begin at y, and goes below it."""
        drawn, last = letters(x, self.y + above + size * 0.74, content, size, fill, weight, room=room, lead=lead)
        self.add(drawn)
        self.y = last + size * 0.26 + below


def compose(series, ruling, words, number, total, drawing):
    """The whole infographic as SVG. drawing(colour) gives the height and the shapes of the middle."""
    sheet, colour = Sheet(), COLOURS[ruling["materia"]]
    masthead(sheet, series, number, total)
    band(sheet, ruling, words, colour)
    opening(sheet, ruling, words, colour)
    height, shapes = drawing(words["dibujo"]["rotulos"], colour)
    sheet.add(f'<g transform="translate(0 {sheet.y:g})">\n{shapes}</g>\n')
    sheet.y += height
    decision(sheet, words, colour)
    meaning(sheet, words, colour)
    foot(sheet, series, words)
    tall = round(sheet.y)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {tall}" width="{WIDTH}" height="{tall}" role="img" aria-labelledby="title desc" lang="es-MX" font-family="{FONT}">\n'
            f'<title id="title">{escape(ruling["titulo"], quote=False)}</title>\n<desc id="desc">{escape(words["texto_alternativo"], quote=False)}</desc>\n'
            f'{box(0, 0, WIDTH, tall, PAPER)}{"".join(sheet.parts)}</svg>\n')


def masthead(sheet, series, number, total):
    sheet.add(box(0, 0, WIDTH, 138, DEEP))
    sheet.add(put(MARGIN, 88, series["nombre"], 54, WHITE, 700))
    sheet.add(put(WIDTH - MARGIN, 88, f"{number} de {total}", 54, STRAW, 700, "end"))
    sheet.y = 138


def band(sheet, ruling, words, colour):
    top = sheet.y
    court, last = letters(MARGIN, top + 82, ruling["organo"].replace(", ", "\n"), 52, WHITE, 700, room=1010, lead=1.24)
    case, last = letters(MARGIN, last + 70, words["infografia"]["expediente"], 52, WHITE, room=1010, lead=1.24)
    sheet.y = last + 46
    sheet.add(box(0, top, WIDTH, sheet.y - top, colour))
    sheet.add(court + case)
    sheet.add(put(WIDTH - MARGIN, (top + sheet.y) / 2 + 53, str(ruling["anio"]), 148, WHITE, 900, "end"))


def opening(sheet, ruling, words, colour):
    piece = words["infografia"]
    if piece.get("aviso"):
        sheet.add(box(0, sheet.y, WIDTH, 92, STRAW))
        sheet.add(put(MARGIN, sheet.y + 63, piece["aviso"], 50, INK, 700))
        sheet.y += 92
    sheet.text(ruling["titulo"], 96, INK, 900, above=70, below=50, lead=1.12)
    top = sheet.y
    sheet.text(piece.get("pregunta", ruling["pregunta"]), 70, colour, 700, x=MARGIN + 50, room=ROOM - 100, above=8, lead=1.22)
    sheet.add(box(MARGIN, top, 16, sheet.y - top + 6, colour))
    sheet.text("Qué pasó", 52, colour, 900, above=62)
    sheet.text(piece["hechos"], 58, above=24, below=72)


def decision(sheet, words, colour):
    piece, top, at = words["infografia"], sheet.y, len(sheet.parts)
    sheet.text(piece["decide_titulo"], 52, STRAW, 900, above=70)
    sheet.text(piece["respuesta"], 150 if len(piece["respuesta"]) < 8 else 92, WHITE, 900, above=36, lead=1.1)
    sheet.text(piece["decision"], 60, WHITE, above=24, below=74)
    sheet.parts.insert(at, box(0, top, WIDTH, sheet.y - top, colour))


def meaning(sheet, words, colour):
    piece = words["infografia"]
    sheet.text(piece["significado_titulo"], 52, colour, 900, above=70)
    sheet.text(piece["significado"], 58, above=24, below=72)


def foot(sheet, series, words):
    piece, top, at = words["infografia"], sheet.y, len(sheet.parts)
    for label, content in (("Dónde leerla", piece["donde_leerla"]), ("Por verificar", piece["por_verificar"])):
        sheet.text(label, 50, INK, 900, above=58)
        sheet.text(content, 50, INK, above=20, lead=1.28)
    sheet.y += 64
    sheet.parts.insert(at, box(0, top, WIDTH, sheet.y - top, STRAW))
    top = sheet.y
    sheet.text(series["aviso"], 50, WHITE, above=52, lead=1.28)
    sheet.text(series["credito"], 50, WHITE, 700, above=28, below=56, lead=1.28)
    sheet.parts.insert(len(sheet.parts) - 2, box(0, top, WIDTH, sheet.y - top, DEEP))
