"""``gennemset.json`` in a municipality's folder: the shared base as it was when the municipality last looked.

``handleplan forskel --godkend`` writes it; nobody edits it by hand, and the YAML is never rewritten.
"""

from __future__ import annotations

import json
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError

from ..model.types import Id
from ..project import Project
from ..read.characters import UNWANTED
from ..read.files import read_bytes
from ..read.messages import Report

SEEN_FILE = "gennemset.json"


def _for_a_screen(text: str) -> str:
    if UNWANTED.search(text):
        raise ValueError("a stranger's file may tell the window that shows it what to do")
    return text


Shown = Annotated[str, AfterValidator(_for_a_screen)]


class Seen(BaseModel):
    """The shared text under each ``ret`` (by its name), and all shared things' ids by kind."""

    model_config = ConfigDict(extra="forbid")

    form: Literal[1] = 1
    felter: dict[str, Shown] = {}
    ting: dict[Id, list[Id]] = {}


def read_seen(project: Project, slug: str) -> Seen:
    """What was seen last time; empty when nobody has looked, or the file is not ours to understand."""
    raw = read_bytes(project.kommuner / slug / SEEN_FILE, Report(SEEN_FILE))
    try:
        return Seen.model_validate_json(raw or b"")
    except ValidationError:
        return Seen()


def write_seen(project: Project, slug: str, seen: Seen) -> None:
    """Keep ``seen`` in place of what was seen before. Raises ``OSError``."""
    file = project.kommuner / slug / SEEN_FILE
    file.unlink(missing_ok=True)  # a symbolic link in a stranger's folder is not written through
    file.write_text(json.dumps(seen.model_dump(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
