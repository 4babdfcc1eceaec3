"""What an edition offers for download: contacts for a phone, tables for a spreadsheet, everything for a program.

Same edition, same bytes: dates come from the data, order from the edition.
"""

from __future__ import annotations

from ...edition.edition import Edition
from .contact_cards import contact_cards
from .document import SCHEMA_FILE, document_bytes
from .document_schema import schema_bytes
from .tables import contact_table, resource_table

DOCUMENT = "handleplan.json"


def export_files(edition: Edition, schema: bytes | None = None) -> dict[str, bytes]:
    """File name → content of every download of ``edition``; they lie beside its front page.

    ``schema``: what ``schema_bytes`` gives, when it is known already.
    """
    return {
        "kontakter.vcf": contact_cards(edition),
        "kontakter.csv": contact_table(edition),
        "vidensbank.csv": resource_table(edition),
        DOCUMENT: document_bytes(edition),
        SCHEMA_FILE: schema or schema_bytes(),
    }
