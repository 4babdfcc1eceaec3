"""The form of ``handleplan.json`` as JSON Schema, made from the models, so that it says what they say."""

from __future__ import annotations

import functools
import json
from typing import Any, Literal

from pydantic import Field, create_model

from ...model.kinds import KINDS
from ...model.kommune import Kommune
from ...model.parts import Del
from ...model.skole import Skole
from ...model.types import Id
from .document import FORM_VERSION, SCHEMA_FILE, as_json

Schema = dict[str, Any]
_EDITORS_ONLY = ("title", "default", "examples", "patternErrorMessage")
_PARTS = {"Bem_rkning": "Bemaerkning", "Logf_ring": "Logfoering"}  # pydantic turns æ and ø into _


_FORM = "Skemaets version. Andet tal stiger, når et felt kommer til; første, når et går ud eller betyder noget andet."
_WHOLE = (
    "Alt, hvad én kommunes udgave af håndbogen siger. Felterne hedder det samme som i YAML-filerne. "
    "Tomme felter er udeladt, "
    "ja og nej er true og false. Tekster er Markdown med henvisninger som {{ tlf('politi') }} til id'er i samme fil."
)


class Udgave(Del):
    """Which edition it is. Shown beside everything that is taken from the file."""

    slug: Id = Field(description="Kommunens mappe og adresse.")
    kommune: str = Field(description="Kommunens fulde navn.")
    titel: str = Field(description="Håndbogens titel.")
    status: str = Field(description="Hvad udgaven er. Skal vises sammen med det, der tages herfra.")
    officiel: bool = Field(description="true, når kommunen har godkendt udgaven som sin plan.")
    dato: str = Field(description="Udgavens dato, år-måned-dag.", pattern=r"^\d{4}-\d{2}-\d{2}$")
    version: str = Field(description="Udgavens version.")
    adresse: str = Field(description="Hvor den nyeste udgave ligger.")
    mangler: list[str] = Field([], description="Det, kommunen ikke har skrevet endnu.")


class Mærker(Del):
    """What a reader of the pages sees as signs. Paths: kind/id/field/id …"""

    redaktionens_forslag: list[str] = Field(
        description="Stier til det, der er redaktionens forslag og ikke kommer fra kommunens plan. "
        "Gælder alt under stien."
    )
    ikke_bekræftet: list[str] = Field(description="Oplysninger, som ingen har kontrolleret: slags/id.")
    kommunens_egne: list[str] = Field(
        description="Det, kommunen selv har tilføjet: slags/id. "
        "Resten er fælles, måske med dele, som kommunen har ændret."
    )


class Skjult(Del):
    """A shared thing that this edition leaves out."""

    slags: str = Field(description="Filens navn i data, uden .yml.")
    id: Id = Field(description="Id i den fælles del.")
    hvorfor: str = Field(description="Kommunens begrundelse.")


def schema_bytes() -> bytes:
    """The schema as UTF-8."""
    return as_json(document_schema())


@functools.cache
def document_schema() -> Schema:
    """The schema (draft 2020-12)."""
    kinds: dict[str, Any] = {
        kind.name: (dict[Id, kind.model], Field(description=f"Id → {kind.what}, som i data/: {kind.file}."))
        for kind in KINDS.values()
    }
    order: dict[str, Any] = {
        kind: (list[Id], Field(description=f"Id'erne i {kind} i rækkefølge.")) for kind in KINDS
    }
    orders = create_model("Orden", __base__=Del, **order)
    whole = create_model(
        "Handleplan",
        __base__=Del,
        skema=(Literal[SCHEMA_FILE], Field(alias="$schema", description="Filen med dette skema.")),
        form=(Literal[FORM_VERSION], Field(description=_FORM)),
        udgave=(Udgave, Field(description="Hvilken udgave det er.")),
        mærker=(Mærker, Field(description="Det, siderne viser som mærker.")),
        orden=(orders, Field(description="Rækkefølgen på siderne.")),
        skjult=(list[Skjult], Field(description="Det fælles, som udgaven udelader.")),
        kommune=(Kommune, Field(description="Kommunens egen fil: kommune.yml.")),
        skoler=(dict[Id, Skole], Field(description="Kommunens skoler med deres egne numre, som i data/: skoler.yml.")),
        **kinds,
    )
    text = json.dumps(whole.model_json_schema(), ensure_ascii=False)
    for written, meant in _PARTS.items():
        text = text.replace(written, meant)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"handleplan.json, form {FORM_VERSION}",
        "description": _WHOLE,
        **_published(json.loads(text), top=True),
    }


def _published(node: Any, top: bool = False) -> Any:
    """``node`` without what is for editors of the YAML only, and without null: empty fields are left out."""
    if isinstance(node, list):
        return [_published(child) for child in node]
    if not isinstance(node, dict):
        return node
    is_model = "properties" in node
    left_out = (*_EDITORS_ONLY, "description") if is_model else _EDITORS_ONLY  # a model's docstring is for developers
    out = {}
    for key, value in node.items():
        if key in ("properties", "$defs"):
            out[key] = {name: _published(child) for name, child in value.items()}
        elif key not in left_out:
            out[key] = _published(value)
    choices = [choice for choice in out.pop("anyOf", []) if choice != {"type": "null"}]
    if len(choices) == 1:
        out = {**choices[0], **out}
    elif choices:
        out["anyOf"] = choices
    if out.get("type") == ["string", "number"]:  # YAML may leave out the quotes; JSON has text
        out["type"] = "string"
    if "patternProperties" in out:
        out["additionalProperties"] = False
    return out
