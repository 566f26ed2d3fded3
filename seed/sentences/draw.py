#!/usr/bin/env python3
"""Draws the infographics of the rulings as SVG, out of data/sentencias.json and data/sentencias-lectura.json.

Usage: draw.py [--check] [id ...]     --check writes nothing and fails when a drawing is not what the data gives.
Prints, for each drawing, its file and the file of the picture to be rendered from it.
"""
import importlib
import json
import pathlib
import sys
import uuid

from sheet import compose

HERE = pathlib.Path(__file__).resolve().parent
PROJECT = HERE.parents[1]
SPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "community-practices-repository")


def facts(name):
    return json.loads((PROJECT / "data" / f"{name}.json").read_text("utf-8"))


def place(name):
    """Where the seed keeps a file: a folder named after the key of its media item."""
    return PROJECT / "seed" / "media" / uuid.uuid5(SPACE, f"media:file/{name}").hex[:8] / name


def main(arguments):
    check, wanted = "--check" in arguments, [a for a in arguments if not a.startswith("-")]
    rulings, texts = facts("sentencias")["sentencias"], facts("sentencias-lectura")
    different = []
    for number, (ruling, words) in enumerate(zip(rulings, texts["sentencias"], strict=True), 1):
        if ruling["id"] != words["id"]:
            raise SystemExit(f"{words['id']} stands where {ruling['id']} should.")
        if wanted and ruling["id"] not in wanted:
            continue
        drawing = importlib.import_module(f"cases.{ruling['id'].replace('-', '_')}").draw
        svg = compose(texts["serie"], ruling, words, number, len(rulings), drawing).encode()
        file = place(f"{ruling['id']}.svg")
        if check:
            if not file.exists() or file.read_bytes() != svg:
                different.append(ruling["id"])
            continue
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(svg)
        print(file.relative_to(PROJECT), place(f"{ruling['id']}.png").relative_to(PROJECT))
    if different:
        raise SystemExit(f"Not what the data gives: {', '.join(different)}. Draw again with seed/sentences/make.")


main(sys.argv[1:])
