"""What a tagged PDF says, read from the file itself: texts with size and place, and the tags around them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf

CHAR = re.compile(r"<([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>")
Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True)
class Run:
    """A piece of text as it was painted: size in pt, start in pt from the page's lower left corner."""

    text: str
    size: float
    x: float
    y: float
    mcid: int


@dataclass
class Tag:
    """A structure element with its children in reading order: tags, or runs."""

    name: str
    source: pikepdf.Dictionary
    children: list[Tag | Run] = field(default_factory=list)

    def all(self, *names: str) -> Iterator[Tag]:
        """This tag and those below it that are called one of ``names``, in reading order."""
        if self.name in names:
            yield self
        for child in self.children:
            if isinstance(child, Tag):
                yield from child.all(*names)

    def runs(self) -> Iterator[Run]:
        for child in self.children:
            if isinstance(child, Run):
                yield child
            else:
                yield from child.runs()

    @property
    def text(self) -> str:
        """The text in reading order, with single ordinary spaces."""
        return " ".join(unicodedata.normalize("NFC", "".join(run.text + "\u2009" for run in self.runs())).split())


class PdfReader:
    """The first page of a tagged PDF."""

    def __init__(self, path: Path) -> None:
        self.pdf = pikepdf.open(path)
        self.page = self.pdf.pages[0]
        self.runs = list(_runs(self.page))
        self.document = self._tag(self.pdf.Root.StructTreeRoot.K[0])

    @property
    def annotations(self) -> list[pikepdf.Dictionary]:
        return list(self.page.get("/Annots", []))

    def _tag(self, source: pikepdf.Dictionary) -> Tag:
        tag = Tag(str(source.S).removeprefix("/"), source)
        kids: Any = source.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                tag.children += [run for run in self.runs if run.mcid == kid]
            elif "/S" in kid:
                tag.children.append(self._tag(kid))
        return tag


def _runs(page: pikepdf.Page) -> Iterator[Run]:
    fonts = {name: _characters(font) for name, font in page.Resources.get("/Font", {}).items()}
    stack: list[Matrix] = []
    ctm: Matrix = (1, 0, 0, 1, 0, 0)
    text_matrix = ctm
    font, size, mcid = "", 0.0, -1
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "q":
                stack.append(ctm)
            case "Q":
                ctm = stack.pop()
            case "cm":
                ctm = _times(tuple(map(float, operands)), ctm)
            case "BDC":
                mcid = int(operands[1].get("/MCID", -1)) if isinstance(operands[1], pikepdf.Dictionary) else -1
            case "BMC":
                mcid = -1
            case "Tm":
                text_matrix = tuple(map(float, operands))
            case "Tf":
                font, size = str(operands[0]), float(operands[1])
            case "TJ" | "Tj":
                whole = _times(text_matrix, ctm)
                pieces = operands[0] if isinstance(operands[0], pikepdf.Array) else operands
                codes = b"".join(bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String))
                text = "".join(fonts[font][codes[i : i + 2].hex()] for i in range(0, len(codes), 2))
                yield Run(text, size * abs(whole[3]), whole[4], whole[5], mcid)


def _characters(font: pikepdf.Dictionary) -> dict[str, str]:
    table = font.ToUnicode.read_bytes().decode("latin-1")
    return {code.lower(): bytes.fromhex(value).decode("utf-16-be") for code, value in CHAR.findall(table)}


def _times(a: Matrix, b: Matrix) -> Matrix:
    return (
        a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2], a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5],
    )  # fmt: skip
