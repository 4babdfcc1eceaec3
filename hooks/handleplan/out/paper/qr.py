"""The QR code of a sheet: the edition's address with the version of the sheet."""

from __future__ import annotations

import urllib.parse

import segno

from ...edition.edition import Edition
from ..addresses import edition_url


def edition_qr(edition: Edition) -> str:
    """The QR code of every sheet of ``edition``, as an image (see ``qr_image``)."""
    return qr_image(versioned(edition_url(edition), edition.version))


def versioned(address: str, version: str) -> str:
    """``address`` with the sheet's version, so that a scan tells which sheet it came from."""
    return f"{address}?{urllib.parse.urlencode({'v': version})}"


def qr_image(text: str) -> str:
    """``text`` as a QR code: an SVG image in a ``data:`` address, without a border."""
    return segno.make(text, error="m", micro=False).svg_data_uri(border=0, encode_minimal=True, omitsize=True)
