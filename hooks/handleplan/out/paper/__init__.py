"""Paper: PDFs set by WeasyPrint from the templates in ``overrides/papir/``.

Everything a PDF says in words stands in the templates and the data; everything here is about what goes
where and whether it fits. The modules are loaded when they are asked for: a build of pages needs few of them.
"""

from importlib import import_module
from typing import Any

_MODULES = {
    "Built": "papers",
    "Paper": "papers",
    "PaperError": "engine",
    "build_actioncard": "card",
    "build_papers": "papers",
    "weasyprint": "engine",
}
__all__ = ["Built", "Paper", "PaperError", "build_actioncard", "build_papers", "weasyprint"]


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(name)
    return getattr(import_module(f".{_MODULES[name]}", __name__), name)
