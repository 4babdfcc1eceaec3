"""WeasyPrint, imported only when paper is made: HTML → laid-out pages → PDF/UA-1."""

from __future__ import annotations

import contextlib
import functools
import gc
import io
import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .default_styles import document_class
from .finish import finish

if TYPE_CHECKING:
    from weasyprint import Document

MISSING_PANGO = (
    "PDF'erne kan ikke laves, for programmet pango mangler på computeren. Installér det: "
    "Debian/Ubuntu: sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 · "
    "macOS: brew install pango · "
    "Windows: installér MSYS2 (msys2.org), og kør i dets vindue: pacman -S mingw-w64-ucrt-x86_64-pango. "
    "Du kan bygge siderne uden: handleplan byg --uden-pdf"
)
MISSING_WEASYPRINT = (
    "PDF'erne kan ikke laves, for Python-pakken weasyprint mangler. Kør make site, så bliver den installeret, "
    "eller byg siderne uden: handleplan byg --uden-pdf"
)
# As the templates write it in their heads.
STYLE_SHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)">')
PDF_OPTIONS: dict[str, Any] = {"pdf_variant": "pdf/ua-1", "pdf_tags": True, "pdf_forms": True}


class PaperError(Exception):
    """A PDF that cannot be made. The message is Danish and for the person who builds."""


@functools.cache
def weasyprint() -> Any:
    """The WeasyPrint package, or a ``PaperError`` that says what to install."""
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    try:
        # WeasyPrint prints a page of English help before it raises.
        with contextlib.redirect_stdout(io.StringIO()):
            import weasyprint as package
    except ModuleNotFoundError:
        raise PaperError(MISSING_WEASYPRINT) from None
    except OSError:
        raise PaperError(MISSING_PANGO) from None
    return package


@functools.cache
def _setting(papir: Path) -> dict[str, Any]:
    """What all layouts of one template folder share: loaded fonts, and a fetcher that reads files only."""
    weasyprint()
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher

    return {
        "font_config": FontConfiguration(),
        "url_fetcher": URLFetcher(allowed_protocols={"file", "data"}),
    }


@functools.cache
def _style_sheet(papir: Path, name: str) -> Any:
    """A style sheet of ``papir``, read once for all papers of all editions."""
    return weasyprint().CSS(filename=papir / name, **_setting(papir))


def lay_out(html: str, papir: Path) -> Document:
    """Lay ``html`` out. Its relative addresses (CSS, fonts) are read in the folder ``papir``."""
    setting = _setting(papir)
    sheets = [_style_sheet(papir, name) for name in STYLE_SHEET.findall(html)]
    html = STYLE_SHEET.sub("", html)
    source = document_class()(string=html, base_url=papir.as_uri() + "/", url_fetcher=setting["url_fetcher"])
    return source.render(font_config=setting["font_config"], stylesheets=sheets, **PDF_OPTIONS)


def pdf_bytes(document: Document, zoom: float = 1) -> bytes:
    """``document`` as PDF/UA-1. ``zoom`` √2 makes an A3 of an A4."""
    return document.write_pdf(zoom=zoom, finisher=finish, **PDF_OPTIONS)


def pango_version() -> str:
    """The version of pango, which breaks the lines. Raises ``PaperError`` as ``weasyprint`` does."""
    weasyprint()
    from weasyprint.text.ffi import pango

    return str(pango.pango_version())


@contextlib.contextmanager
def uncollected() -> Iterator[None]:
    """Python does not look for objects that only refer to each other, until the paper is made: then those go at once.

    A book laid out is 300 MB of them, all in use until it is written: to look for them meanwhile took a twelfth of the
    time.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.collect()
