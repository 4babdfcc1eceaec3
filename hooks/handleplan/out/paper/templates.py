"""The paper templates of ``overrides/papir/``. They hold all HTML; Python hands them values and filters."""

from __future__ import annotations

import functools
from pathlib import Path

import jinja2
from markupsafe import Markup, escape

from ...edition.edition import Edition
from ..addresses import edition_url, shown_address
from ..dates import dansk_dato
from ..jinja_templates import templates_in
from ..numbers import EMERGENCY, phone_uri, shown_phone
from ..text import PaperLinker, TextRenderer


@functools.cache
def _environment(papir: Path) -> jinja2.Environment:
    environment = templates_in(papir)
    environment.filters |= {
        "dato": dansk_dato,
        "tlf": shown_phone,
        "tlf_uri": phone_uri,
        "nødnumre": link_emergency_numbers,
        "adresse": shown_address,
    }
    return environment


def render(papir: Path, name: str, edition: Edition, **values: object) -> str:
    """The template ``name`` with the edition's values and ``values``."""
    text = TextRenderer(edition, PaperLinker(edition))
    template = _environment(papir).get_template(name)
    return template.render(
        udgave=edition,
        kommune=edition.kommune,
        adresse=edition_url(edition),
        md=text.html,
        inline=text.inline,
        **values,
    )


def link_emergency_numbers(line: str) -> Markup:
    """A line without Markdown, with 112 and 114 as links like everywhere else on paper."""
    return Markup(EMERGENCY.sub(lambda m: f'<a href="{phone_uri(m[1])}">{m[1]}</a>', str(escape(line))))
