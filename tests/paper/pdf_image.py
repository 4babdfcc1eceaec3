"""A PDF as an eye or a phone's camera sees it: pages as pixels, and as text."""

from __future__ import annotations

import subprocess
import tempfile
import unicodedata
from pathlib import Path

import zxingcpp
from PIL import Image


def page_image(path: Path, dpi: int, number: int = 1) -> Image.Image:
    """Page ``number`` (from 1) in greys."""
    with tempfile.TemporaryDirectory() as folder:
        stem = Path(folder) / "side"
        arguments = ["pdftoppm", "-r", str(dpi), "-gray", "-f", str(number), "-l", str(number), "-singlefile"]
        subprocess.run([*arguments, str(path), str(stem)], check=True)
        with Image.open(stem.with_suffix(".pgm")) as image:
            image.load()
            return image


def page_texts(path: Path) -> list[str]:
    """Each page's text, in the order it is painted."""
    done = subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", str(path), "-"], check=True, capture_output=True)
    return unicodedata.normalize("NFC", done.stdout.decode()).split("\f")[:-1]


def edges(image: Image.Image, width: int) -> list[Image.Image]:
    """The four edges of ``image``, ``width`` pixels wide."""
    right, bottom = image.width, image.height
    boxes = [(0, 0, right, width), (0, bottom - width, right, bottom), (0, 0, width, bottom), (right - width, 0, right, bottom)]
    return [image.crop(box) for box in boxes]


def contrast(dark: int, light: int) -> float:
    """The WCAG contrast of two greys (0–255)."""
    low, high = (((grey / 255 + 0.055) / 1.055) ** 2.4 if grey > 10 else grey / 3295 for grey in (dark, light))
    return (high + 0.05) / (low + 0.05)


def qr_texts(path: Path, dpi: int, number: int = 1) -> list[str]:
    """What the QR codes of a page say when it is printed at ``dpi``."""
    return [code.text for code in zxingcpp.read_barcodes(page_image(path, dpi, number), formats=zxingcpp.BarcodeFormat.QRCode)]
