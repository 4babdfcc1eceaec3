"""Paper: PDFs set by WeasyPrint from the templates in ``overrides/papir/``.

Everything a PDF says in words stands in the templates and the data; everything here is about what goes
where and whether it fits.
"""

from .card import build_actioncard
from .engine import PaperError, weasyprint
from .papers import Built, Paper, build_papers

__all__ = ["Built", "Paper", "PaperError", "build_actioncard", "build_papers", "weasyprint"]
