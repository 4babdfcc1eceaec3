"""What our templates do otherwise than Jinja's own says the same."""

from __future__ import annotations

import jinja2
from handleplan.out.jinja_templates import _indent, templates_in
from handleplan.project import Project
from hypothesis import given
from hypothesis import strategies as st
from jinja2.filters import do_indent
from markupsafe import Markup

TEXTS = st.text(st.sampled_from("ab <\n\r\x0b\x0c\x1c\x85\u2028"), max_size=12)
TEMPLATE = """{% macro a(x, y=2, z=[]) %}{{ x }}{{ y }}{% for v in z %}{{ b(v) }}{% endfor %}{{ kwargs }}{{ varargs }}{% endmacro %}
{% macro b(v) %}<b>{{ v }}</b>{{ caller() if caller is defined else "" }}{% endmacro %}
{% for n in range(2) %}{{ a(n, z=["<", given("&")]) }}{% call b(n) %}{{ given(n) }}{% endcall %}{% endfor %}
{% set found = namespace(n=1) %}{{ found.n }}{{ "x".upper() }}"""


@given(TEXTS | TEXTS.map(Markup), st.booleans())
def test_a_text_is_indented_as_jinja_does_it(text: str, first: bool) -> None:
    ours, theirs = _indent(text, 4, first), do_indent(text, 4, first)
    assert (ours, type(ours)) == (theirs, type(theirs))


def test_functions_and_macros_are_called_as_jinja_does_it() -> None:
    ours = templates_in(Project.find().docs)
    theirs = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    words = {"given": lambda word: f"<{word}>"}
    assert ours.from_string(TEMPLATE).render(words) == theirs.from_string(TEMPLATE).render(words)
